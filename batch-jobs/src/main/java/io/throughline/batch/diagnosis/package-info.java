/** The job that runs an approved procedure's probes on servers and keeps their answers as evidence. */
package io.throughline.batch.diagnosis;
