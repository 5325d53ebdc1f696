/** Which servers are in which wave, how many run at once, and how many failures a wave bears. */
package io.throughline.deployment.domain.plan;
