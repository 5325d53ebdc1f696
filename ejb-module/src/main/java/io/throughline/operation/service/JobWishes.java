package io.throughline.operation.service;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

/** Wakes the supervisor when a transaction that asked for a job has committed. */
@ApplicationScoped
public class JobWishes {

    @EJB
    JobSupervisor supervisor;

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) JobRequested requested) {
        supervisor.wake();
    }
}
