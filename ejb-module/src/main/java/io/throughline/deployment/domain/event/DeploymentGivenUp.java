package io.throughline.deployment.domain.event;

/** A deployment was aborted before it began; nothing was changed anywhere. */
public record DeploymentGivenUp(String deployment, String change, String release) {}
