package io.throughline.deployment.service;

import java.util.List;

/**
 * Where a rollout is, as a whole: whoever sees this one has missed nothing that matters of those before.
 *
 * @param running servers that are being worked on
 * @param answered servers that answered last, newest first, no more than a hundred
 * @param over nothing is in hand and nothing will be done without another deed on it
 */
public record RolloutProgress(
        DeploymentView deployment, List<TargetView> running, List<TargetView> answered, boolean over) {}
