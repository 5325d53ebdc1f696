/** Documented procedures over REST. */
package io.throughline.rest.procedure;
