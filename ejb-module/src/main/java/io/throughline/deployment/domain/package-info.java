/**
 * The deployment of one accepted release to the servers of its change.
 *
 * <p>Life of a deployment: PLANNED, CONFIRMED by Change, RUNNING (PAUSED and back), then IMPLEMENTED or
 * PARTIALLY_IMPLEMENTED; ROLLING_BACK leads to BACKED_OUT; ABORTED ends it early. Who did not deploy verifies
 * (VERIFIED), then it is CLOSED.
 *
 * <p>Terms: a <em>wave</em> is a group of targets that must pass before the next begins, a <em>target</em> is one server
 * in this deployment (see {@code target}), the <em>plan</em> says which server is in which wave (see {@code plan}). An
 * <em>exclusion</em> takes a target out with a reason and a second person.
 */
package io.throughline.deployment.domain;
