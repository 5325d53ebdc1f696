/** Releases and packages over REST. */
package io.throughline.rest.release;
