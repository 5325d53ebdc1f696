package io.throughline.operation.service;

import io.throughline.operation.domain.JobKind;
import io.throughline.operation.domain.JobRequestRepository;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Shows a process the jobs that work on its records. The process has checked who may see these. */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class JobReader {

    @Inject
    JobRequestRepository jobs;

    @EJB
    NodeLife nodes;

    /** The last job of this kind on this subject, without its history. */
    public Optional<JobView> last(JobKind job, String subject) {
        boolean busy = jobs.activeOn(job, subject).isPresent();
        return jobs.lastOn(job, subject).map(request -> JobView.from(request, nodes::alive, busy, List.of()));
    }
}
