package io.throughline.deployment.domain.event;

/**
 * The product paused a deployment by itself.
 *
 * @param key stable name of the reason
 */
public record DeploymentHalted(String deployment, String change, String key, String reason) {}
