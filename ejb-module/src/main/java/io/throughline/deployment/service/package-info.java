/**
 * Use cases of deployments. Persons act through {@code DeploymentService}; the rollout job through {@code RolloutLedger}
 * (which server, under which token), {@code OutcomeRecorder} (what came of it) and {@code RolloutCourse} (which wave,
 * and when it is over), machine only.
 */
package io.throughline.deployment.service;
