/** The job that seals committed audit records: one long-running execution, on one node at a time. */
package io.throughline.batch.sealing;
