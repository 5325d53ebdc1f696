package io.throughline.deployment.domain.target;

/** What is done to one server. */
public enum TargetAction {
    INSTALL,
    /** Finds out what an earlier action without an answer did; changes nothing. */
    VERIFY,
    ROLLBACK
}
