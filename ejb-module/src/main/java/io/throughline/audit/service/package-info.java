/** Writing, guarding, sealing, finding and verifying the audit trail, as the rest of the product asks for it. */
package io.throughline.audit.service;
