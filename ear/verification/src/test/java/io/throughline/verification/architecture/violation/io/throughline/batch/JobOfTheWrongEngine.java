package io.throughline.verification.architecture.violation.io.throughline.batch;

import jakarta.batch.operations.JobOperator;
import jakarta.batch.runtime.BatchRuntime;
import org.jberet.operations.JobOperatorImpl;

/** Asks the server for its engine, and knows ours by its class. */
class JobOfTheWrongEngine {
    JobOperator operator() {
        JobOperator operator = BatchRuntime.getJobOperator();
        return operator instanceof JobOperatorImpl ? null : operator;
    }
}
