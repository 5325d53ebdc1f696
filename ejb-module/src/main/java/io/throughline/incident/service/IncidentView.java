package io.throughline.incident.service;

import io.throughline.contact.domain.Priority;
import io.throughline.contact.service.ContactView;
import io.throughline.incident.domain.CallsToMake;
import io.throughline.incident.domain.Classification;
import io.throughline.incident.domain.Diagnosis;
import io.throughline.incident.domain.Escalation;
import io.throughline.incident.domain.Impact;
import io.throughline.incident.domain.Incident;
import io.throughline.incident.domain.IncidentNote;
import io.throughline.incident.domain.IncidentState;
import io.throughline.incident.domain.IncidentTimes;
import io.throughline.incident.domain.IncidentVerb;
import io.throughline.incident.domain.SettlementPolicy;
import io.throughline.incident.domain.SupportAttempt;
import io.throughline.incident.domain.Urgency;
import io.throughline.incident.domain.Visibility;
import io.throughline.incident.domain.symptom.SymptomCheck;
import io.throughline.kernel.persistence.History;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;

/**
 * An incident as those see it who work on it.
 *
 * @param affectedServers numbers of the servers that the diagnosis named
 * @param life what only the view of one incident tells; null in lists
 */
public record IncidentView(
        String number,
        long version,
        IncidentState state,
        List<IncidentVerb> allowed,
        String title,
        String symptom,
        String service,
        String organisation,
        String contact,
        String category,
        Impact impact,
        Urgency urgency,
        Priority priority,
        String priorityReason,
        Instant dueAt,
        String group,
        String assignee,
        Escalation escalation,
        boolean major,
        String majorReason,
        String holdReason,
        Times times,
        Found diagnosis,
        List<String> affectedServers,
        String change,
        String resolution,
        String resolutionCode,
        String causeCode,
        Integer effortMinutes,
        List<Attempt> supportAttempts,
        List<Note> notes,
        List<Check> symptomChecks,
        List<ContactView> callers,
        List<CallsToMake.Waiting> toCall,
        List<SettlementPolicy.Objection> missing,
        List<History.Step> history,
        String thread) {

    /** When what happened. */
    public record Times(
            Instant recognised,
            Instant diagnosisStarted,
            Instant diagnosisEnded,
            Instant recoveryStarted,
            Instant recoveryEnded,
            Instant serviceRestored,
            Instant closed) {

        static Times from(IncidentTimes times) {
            return new Times(
                    times.recognised(),
                    times.diagnosisStarted(),
                    times.diagnosisEnded(),
                    times.recoveryStarted(),
                    times.recoveryEnded(),
                    times.serviceRestored(),
                    times.closed());
        }
    }

    /** What the diagnosis found. */
    public record Found(String finding, String cause, String wantedProduct, String wantedVersion) {

        static Found from(Diagnosis diagnosis) {
            return new Found(
                    diagnosis.finding(), diagnosis.cause(), diagnosis.wantedProduct(), diagnosis.wantedVersion());
        }
    }

    public record Attempt(Instant at, String by, String text, boolean helped) {

        static Attempt from(SupportAttempt attempt) {
            return new Attempt(attempt.at(), attempt.by(), attempt.text(), attempt.helped());
        }
    }

    public record Note(Instant at, String author, String text, Visibility visibility) {

        static Note from(IncidentNote note) {
            return new Note(note.at(), note.author(), note.text(), note.visibility());
        }
    }

    public record Check(
            Instant at, String url, int samples, int successes, int minimumPercent, boolean passed, String detail) {

        static Check from(SymptomCheck check) {
            return new Check(
                    check.at(),
                    check.url(),
                    check.samples(),
                    check.successes(),
                    check.minimumPercent(),
                    check.passed(),
                    check.detail());
        }
    }

    /**
     * What only the view of one incident tells.
     *
     * @param callers the contacts that are linked to it
     * @param toCall who of them the desk has still to call, also after closure
     * @param missing what is missing before it may be resolved or closed; empty when nothing is
     */
    record Life(
            List<ContactView> callers,
            List<CallsToMake.Waiting> toCall,
            List<SettlementPolicy.Objection> missing,
            List<History.Step> history,
            String thread) {}

    public static IncidentView from(Incident incident) {
        return of(incident, null);
    }

    static IncidentView of(Incident incident, Life life) {
        Classification classified = incident.classification();
        return new IncidentView(
                incident.number().toString(),
                incident.version(),
                incident.state(),
                IncidentState.table().allowed(incident.state()),
                incident.origin().title(),
                incident.origin().symptom(),
                incident.origin().service(),
                incident.origin().organisation(),
                incident.origin().contact(),
                classified == null ? null : classified.category(),
                classified == null ? null : classified.impact(),
                classified == null ? null : classified.urgency(),
                classified == null ? null : classified.priority(),
                classified == null ? null : classified.reason(),
                classified == null ? null : classified.dueAt(),
                incident.responsibility().group(),
                incident.responsibility().assignee(),
                incident.responsibility().escalation(),
                incident.responsibility().major(),
                incident.responsibility().majorReason(),
                incident.holdReason(),
                Times.from(incident.times()),
                incident.diagnosis() == null ? null : Found.from(incident.diagnosis()),
                List.copyOf(new TreeSet<>(incident.affectedServers())),
                incident.change(),
                incident.resolution().text(),
                incident.resolution().code(),
                incident.resolution().causeCode(),
                incident.resolution().effortMinutes(),
                life == null
                        ? null
                        : incident.supportAttempts().stream().map(Attempt::from).toList(),
                life == null ? null : incident.notes().stream().map(Note::from).toList(),
                life == null
                        ? null
                        : incident.symptomChecks().stream().map(Check::from).toList(),
                life == null ? null : life.callers(),
                life == null ? null : life.toCall(),
                life == null ? null : life.missing(),
                life == null ? null : life.history(),
                life == null ? null : life.thread());
    }
}
