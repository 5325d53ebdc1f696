package io.throughline.configurationaudit.domain;

import io.throughline.kernel.domain.Transitions;

/** Where a configuration audit is. */
public enum AuditState {
    RUNNING,
    COMPLETED;

    public static final Transitions<AuditState, AuditVerb> TRANSITIONS = Transitions.of(
                    AuditState.class, AuditVerb.class)
            .stays(AuditVerb.RECORD, RUNNING)
            .rows(AuditVerb.START_OVER, RUNNING, RUNNING, COMPLETED)
            .row(RUNNING, AuditVerb.COMPLETE, COMPLETED)
            .build();
}
