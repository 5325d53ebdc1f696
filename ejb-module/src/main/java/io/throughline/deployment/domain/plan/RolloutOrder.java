package io.throughline.deployment.domain.plan;

/** In which order a wave takes its servers. */
public enum RolloutOrder {
    /** By the servers' names. */
    NAME,
    /** By the servers' numbers, oldest first. */
    NUMBER,
    /** One server of each site in turn. */
    SITES_IN_TURN
}
