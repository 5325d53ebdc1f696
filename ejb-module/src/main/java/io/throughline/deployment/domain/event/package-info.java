/** What other processes may hear of a deployment, in the same transaction. */
package io.throughline.deployment.domain.event;
