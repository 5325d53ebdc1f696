/** Logins, tokens and rights in the container. */
package io.throughline.verification.identity;
