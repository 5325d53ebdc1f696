package io.throughline.deployment.domain.event;

/** A verified deployment was closed. */
public record DeploymentClosed(String deployment, String change, String release) {}
