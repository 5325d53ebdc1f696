/** The audit trail's records, their queue for sealing, and the chain into which they are sealed. */
package io.throughline.audit.domain;
