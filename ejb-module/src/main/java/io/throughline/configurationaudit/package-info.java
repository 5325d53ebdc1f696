/**
 * The configuration audit: what is on the servers against what closed changes authorized, both ways. It reads
 * Configuration and Release and knows nothing of how hosts are reached. Not to be taken for the audit trail.
 */
package io.throughline.configurationaudit;
