/**
 * Authorizations: what a change authority has signed. The authorization names the envelope (servers, wanted level,
 * window); the confirmation, just before deployment, binds package, servers and plan inside it.
 */
package io.throughline.change.domain.authorization;
