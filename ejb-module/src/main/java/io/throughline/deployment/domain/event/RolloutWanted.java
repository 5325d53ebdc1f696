package io.throughline.deployment.domain.event;

/** Servers wait to be worked on: a job is to carry the deployment on, if none does. */
public record RolloutWanted(String deployment) {}
