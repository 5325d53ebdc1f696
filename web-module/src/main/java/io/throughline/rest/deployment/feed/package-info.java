/**
 * Rollouts as server-sent events. One reading of the database serves all who watch a rollout on this node; each reader is
 * written to by a thread of its own, so that a slow one delays nobody.
 */
package io.throughline.rest.deployment.feed;
