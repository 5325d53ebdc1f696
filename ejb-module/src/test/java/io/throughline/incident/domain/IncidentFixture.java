package io.throughline.incident.domain;

import io.throughline.incident.domain.symptom.FrontDoorProbe;
import io.throughline.kernel.domain.Deed;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import java.time.Instant;
import java.util.List;

/** Incidents in every state, each brought there by real verbs. */
final class IncidentFixture {

    static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    static final RecordNumber CHANGE = RecordKind.CHANGE.number(3);
    static final FrontDoorProbe.Door DOOR = new FrontDoorProbe.Door("http://shop.example.org/order", 200, 20, 95);
    static final SettlementPolicy.Evidence NOTHING_TO_PROVE = new SettlementPolicy.Evidence(false, null);

    private IncidentFixture() {}

    static Deed at(int minute) {
        return new Deed("PER-000001", NINE.plusSeconds(60L * minute), "because");
    }

    static Incident logged() {
        Origin origin = new Origin("No orders", "I can't place an order", "SVC-000001", "ORG-000001", "CON-000001");
        return new Incident(RecordKind.INCIDENT.number(1), origin, at(0));
    }

    static Incident in(IncidentState state) {
        Incident incident = logged();
        switch (state) {
            case LOGGED -> {}
            case CLASSIFIED -> to(incident, IncidentVerb.CLASSIFY);
            case IN_DIAGNOSIS ->
                to(incident, IncidentVerb.CLASSIFY, IncidentVerb.START_DIAGNOSIS, IncidentVerb.CONCLUDE_DIAGNOSIS);
            case RESOLUTION_PLANNED -> planned(incident);
            case RESOLUTION_UNSUCCESSFUL -> {
                planned(incident);
                to(incident, IncidentVerb.FAIL_RESOLUTION);
            }
            case RESOLVED -> to(incident, IncidentVerb.CLASSIFY, IncidentVerb.RESOLVE);
            case ON_HOLD -> to(incident, IncidentVerb.CLASSIFY, IncidentVerb.HOLD);
            case CLOSED -> to(incident, IncidentVerb.CLASSIFY, IncidentVerb.RESOLVE, IncidentVerb.CLOSE);
        }
        return incident;
    }

    private static void planned(Incident incident) {
        to(
                incident,
                IncidentVerb.CLASSIFY,
                IncidentVerb.START_DIAGNOSIS,
                IncidentVerb.CONCLUDE_DIAGNOSIS,
                IncidentVerb.PLAN_RESOLUTION);
    }

    private static void to(Incident incident, IncidentVerb... verbs) {
        for (IncidentVerb verb : verbs) {
            perform(incident, verb);
        }
    }

    static void perform(Incident incident, IncidentVerb verb) {
        Deed deed = at(10);
        switch (verb) {
            case LOG -> throw new IllegalArgumentException("an incident is logged once");
            case CLASSIFY -> incident.classify("shop", Impact.HIGH, Urgency.HIGH, new PriorityPolicy(), deed);
            case SUPPORT -> incident.support("Clear the cookies", false, deed);
            case ESCALATE -> incident.escalate(Escalation.FUNCTIONAL, "level 2", deed);
            case ASSIGN -> incident.assign("level 2", "PER-000002", deed);
            case HOLD -> incident.hold(deed);
            case RESUME -> incident.resume(deed);
            case NOTE -> incident.note("We are looking", Visibility.CALLER, deed);
            case DECLARE_MAJOR -> incident.declareMajor(deed);
            case START_DIAGNOSIS -> incident.startDiagnosis(deed);
            case RECORD_ANSWERS ->
                IncidentState.table().require(incident.number(), incident.state(), IncidentVerb.RECORD_ANSWERS);
            case CONCLUDE_DIAGNOSIS ->
                incident.concludeDiagnosis(
                        new Diagnosis("4.2.7 rejects the new authority", null, "shopping-cart", "4.2.8"),
                        List.of("SRV-000001", "SRV-000002"),
                        deed);
            case PLAN_RESOLUTION -> incident.planResolution(CHANGE, deed);
            case BEGIN_RECOVERY -> incident.beginRecovery(deed);
            case CHECK_SYMPTOM -> check(incident, 20, 10);
            case RESOLVE -> incident.resolve("Works again", "patched", NOTHING_TO_PROVE, deed);
            case FAIL_RESOLUTION -> incident.failResolution(deed);
            case REOPEN -> incident.reopen(deed);
            case CLOSE -> incident.close("patched", "supplier", 30, NOTHING_TO_PROVE, deed);
        }
    }

    static void check(Incident incident, int successes, int minute) {
        incident.checkSymptom(DOOR, new FrontDoorProbe.Reading(20, successes, ""), at(minute));
    }
}
