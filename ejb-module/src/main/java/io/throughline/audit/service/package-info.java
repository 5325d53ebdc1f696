/** Writing, guarding, sealing, finding and verifying the audit trail. */
package io.throughline.audit.service;
