/**
 * The jobs that change servers: {@code release-rollout} carries a deployment to its servers or takes it back,
 * {@code release-test} tries a release and its way back on the test server.
 *
 * <p>A coordinator claims servers in the ledger, stores the intent, sends the order, and records what came of it in
 * groups. No transaction is open while a host works. Whatever dies in between, the ledger and the host's own marker tell
 * the next coordinator what happened.
 */
package io.throughline.batch.rollout;
