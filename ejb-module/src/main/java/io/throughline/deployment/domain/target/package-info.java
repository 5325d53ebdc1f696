/**
 * The ledger of targets: which server is where in a deployment.
 *
 * <p>Life of a target: PENDING, CLAIMED by one process, INTENDED (stored before the host hears of it), then an outcome.
 * Each claim raises the target's <em>token</em>; an answer counts only with the token under which its intent was
 * stored, so that a process that was taken for dead cannot overwrite its successor. Rows change only by conditional
 * updates, the same on both databases.
 */
package io.throughline.deployment.domain.target;
