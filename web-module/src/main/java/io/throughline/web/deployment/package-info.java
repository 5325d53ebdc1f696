/** Pages of rollouts: planning waves, watching them live, evidence of one server. */
package io.throughline.web.deployment;
