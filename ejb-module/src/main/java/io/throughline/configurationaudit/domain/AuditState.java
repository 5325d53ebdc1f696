package io.throughline.configurationaudit.domain;

import io.throughline.kernel.domain.Transitions;

/** Where a configuration audit is. */
public enum AuditState {
    RUNNING,
    COMPLETED;

    public static final Transitions<AuditState, AuditVerb> TRANSITIONS = Transitions.of(
                    AuditState.class, AuditVerb.class)
            .stays(AuditVerb.RECORD, RUNNING)
            .stays(AuditVerb.START_OVER, RUNNING)
            .row(RUNNING, AuditVerb.COMPLETE, COMPLETED)
            .build();
}
