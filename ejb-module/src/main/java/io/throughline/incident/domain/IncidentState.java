package io.throughline.incident.domain;

import static io.throughline.incident.domain.IncidentVerb.*;

import io.throughline.kernel.domain.Transitions;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Where an incident stands. */
public enum IncidentState {
    LOGGED,
    CLASSIFIED,
    IN_DIAGNOSIS,
    RESOLUTION_PLANNED,
    RESOLUTION_UNSUCCESSFUL,
    RESOLVED,
    ON_HOLD,
    CLOSED;

    /** Contacts may still be linked to it. */
    public static final Set<IncidentState> OPEN = Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(CLOSED)));

    /** Somebody works on it now. */
    public static final Set<IncidentState> AT_WORK = Collections.unmodifiableSet(
            EnumSet.of(CLASSIFIED, IN_DIAGNOSIS, RESOLUTION_PLANNED, RESOLUTION_UNSUCCESSFUL));

    /** In a queue as long as nobody has it. */
    public static final Set<IncidentState> QUEUED =
            Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(RESOLVED, CLOSED)));

    private static final Transitions<IncidentState, IncidentVerb> TABLE = table(AT_WORK.toArray(IncidentState[]::new));

    public static Transitions<IncidentState, IncidentVerb> table() {
        return TABLE;
    }

    private static Transitions<IncidentState, IncidentVerb> table(IncidentState... atWork) {
        return Transitions.of(IncidentState.class, IncidentVerb.class)
                .row(LOGGED, CLASSIFY, CLASSIFIED)
                .stays(CLASSIFY, atWork)
                .stays(SUPPORT, CLASSIFIED, IN_DIAGNOSIS, RESOLUTION_UNSUCCESSFUL)
                .stays(ESCALATE, atWork)
                .stays(ASSIGN, LOGGED, RESOLVED, ON_HOLD)
                .stays(ASSIGN, atWork)
                .rows(HOLD, ON_HOLD, atWork)
                .row(ON_HOLD, RESUME, atWork)
                .stays(NOTE, LOGGED, RESOLVED, ON_HOLD)
                .stays(NOTE, atWork)
                .stays(DECLARE_MAJOR, atWork)
                .rows(START_DIAGNOSIS, IN_DIAGNOSIS, CLASSIFIED, RESOLUTION_UNSUCCESSFUL)
                .stays(RECORD_ANSWERS, IN_DIAGNOSIS, RESOLUTION_PLANNED, RESOLUTION_UNSUCCESSFUL, RESOLVED, ON_HOLD)
                .stays(CONCLUDE_DIAGNOSIS, IN_DIAGNOSIS)
                .row(IN_DIAGNOSIS, PLAN_RESOLUTION, RESOLUTION_PLANNED)
                .stays(BEGIN_RECOVERY, RESOLUTION_PLANNED, ON_HOLD)
                .stays(CHECK_SYMPTOM, RESOLVED, ON_HOLD)
                .stays(CHECK_SYMPTOM, atWork)
                .rows(RESOLVE, RESOLVED, CLASSIFIED, IN_DIAGNOSIS, RESOLUTION_PLANNED)
                .rows(FAIL_RESOLUTION, RESOLUTION_UNSUCCESSFUL, RESOLUTION_PLANNED)
                .row(RESOLVED, REOPEN, RESOLUTION_UNSUCCESSFUL)
                .row(RESOLVED, CLOSE, CLOSED)
                .build();
    }
}
