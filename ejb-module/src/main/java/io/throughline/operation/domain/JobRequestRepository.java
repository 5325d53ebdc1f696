package io.throughline.operation.domain;

import io.throughline.kernel.domain.Page;
import io.throughline.kernel.domain.Repository;
import java.util.List;
import java.util.Optional;

/** Where job requests are kept. */
public interface JobRequestRepository extends Repository<JobRequest> {

    /** Waiting to be launched, oldest first. */
    List<JobRequest> waiting();

    /** Claimed by some node and not over, oldest first. */
    List<JobRequest> launched();

    /** The one of this kind on this subject that is not over, if any. */
    Optional<JobRequest> activeOn(JobKind job, String subject);

    /** The last one of this kind on this subject. */
    Optional<JobRequest> lastOn(JobKind job, String subject);

    /** The last one that this schedule asked for. */
    Optional<JobRequest> lastOf(String schedule);

    /** Newest first; null leaves a filter out. */
    Page<JobRequest> page(JobKind job, String schedule, Long before, int size);
}
