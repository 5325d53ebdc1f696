/**
 * The batch engine: JBeret, run inside Payara with Payara's transactions, threads, CDI and database.
 *
 * <p>Payara has an engine of its own, reached by {@code BatchRuntime}; nothing here or elsewhere calls it. Jobs are
 * started, stopped and restarted through the injected {@link jakarta.batch.operations.JobOperator} alone.
 */
package io.throughline.batch.engine;
