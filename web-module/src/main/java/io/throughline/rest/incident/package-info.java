/** Incidents over REST. */
package io.throughline.rest.incident;
