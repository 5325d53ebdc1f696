/** How long a rollout will still take, judged by how fast it has been itself. */
package io.throughline.deployment.domain.forecast;
