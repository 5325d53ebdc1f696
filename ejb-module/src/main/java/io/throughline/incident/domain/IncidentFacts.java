package io.throughline.incident.domain;

import io.throughline.kernel.domain.Facts;
import java.util.TreeSet;

/** What an incident says of itself to the audit trail. */
final class IncidentFacts {

    private IncidentFacts() {}

    static Facts of(Incident incident) {
        Facts facts = Facts.of()
                .put("state", incident.state())
                .put("title", incident.origin().title())
                .personal("symptom", incident.origin().symptom())
                .put("service", incident.origin().service())
                .put("organisation", incident.origin().organisation())
                .put("contact", incident.origin().contact())
                .put("holdReason", incident.holdReason())
                .put("change", incident.change())
                .put("affectedServers", new TreeSet<>(incident.affectedServers()))
                .put("supportAttempts", incident.supportAttempts().size())
                .put("notes", incident.notes().size())
                .put("symptomChecks", incident.symptomChecks().size());
        incident.latestSymptomCheck()
                .ifPresent(check -> facts.put("symptomPassed", check.passed())
                        .put("symptomReading", check.successes() + " of " + check.samples()));
        addClassification(facts, incident.classification());
        addResponsibility(facts, incident.responsibility());
        addTimes(facts, incident.times());
        addDiagnosis(facts, incident.diagnosis());
        Resolution resolution = incident.resolution();
        return facts.put("resolution", resolution.text())
                .put("resolutionCode", resolution.code())
                .put("causeCode", resolution.causeCode())
                .put("effortMinutes", resolution.effortMinutes());
    }

    private static void addClassification(Facts facts, Classification classification) {
        if (classification != null) {
            facts.put("category", classification.category())
                    .put("impact", classification.impact())
                    .put("urgency", classification.urgency())
                    .put("priority", classification.priority())
                    .put("dueAt", classification.dueAt());
        }
    }

    private static void addResponsibility(Facts facts, Responsibility responsibility) {
        facts.put("group", responsibility.group())
                .put("assignee", responsibility.assignee())
                .put("escalation", responsibility.escalation())
                .put("major", responsibility.major());
    }

    private static void addTimes(Facts facts, IncidentTimes times) {
        facts.put("recognisedAt", times.recognised())
                .put("diagnosisStartedAt", times.diagnosisStarted())
                .put("diagnosisEndedAt", times.diagnosisEnded())
                .put("recoveryStartedAt", times.recoveryStarted())
                .put("recoveryEndedAt", times.recoveryEnded())
                .put("serviceRestoredAt", times.serviceRestored())
                .put("closedAt", times.closed());
    }

    private static void addDiagnosis(Facts facts, Diagnosis diagnosis) {
        if (diagnosis != null) {
            facts.put("finding", diagnosis.finding())
                    .put("cause", diagnosis.cause())
                    .put("wantedProduct", diagnosis.wantedProduct())
                    .put("wantedVersion", diagnosis.wantedVersion());
        }
    }
}
