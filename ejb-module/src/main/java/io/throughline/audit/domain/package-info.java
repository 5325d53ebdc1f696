/** The audit trail's records, their queue for sealing, and their places in the tree into which they are sealed. */
package io.throughline.audit.domain;
