/** Deployments over REST. */
package io.throughline.rest.deployment;
