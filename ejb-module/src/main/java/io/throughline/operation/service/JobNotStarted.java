package io.throughline.operation.service;

import jakarta.ejb.ApplicationException;

/** The batch engine refused to start a job: it does not know it, or the execution cannot go on. */
@ApplicationException
public class JobNotStarted extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public JobNotStarted(String message, Throwable cause) {
        super(message, cause);
    }
}
