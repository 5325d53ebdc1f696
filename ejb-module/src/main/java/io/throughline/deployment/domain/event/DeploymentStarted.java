package io.throughline.deployment.domain.event;

/** The first wave of a deployment may begin. */
public record DeploymentStarted(String deployment, String change, String release) {}
