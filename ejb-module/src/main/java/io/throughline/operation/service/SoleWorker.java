package io.throughline.operation.service;

import io.throughline.kernel.domain.refusal.Conflict;
import io.throughline.operation.domain.JobKind;
import io.throughline.operation.domain.JobRequest;
import io.throughline.operation.domain.JobRequestRepository;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Supplier;

/** One job of a kind works on one subject at a time; the database has the last word, this says it clearly. */
final class SoleWorker {

    /** What both databases say when a value that must be unique is there already. */
    private static final String UNIQUE_VIOLATION = "23505";

    private SoleWorker() {}

    /**
     * Lets a request for this job be written, unless another one works on the same.
     *
     * @throws Conflict {@code job-active} also when both are asked for in one moment and the other one is faster
     */
    static <T> T write(JobRequestRepository jobs, JobKind job, String subject, Supplier<T> write) {
        jobs.activeOn(job, subject).ifPresent(SoleWorker::refuse);
        try {
            return write.get();
        } catch (RuntimeException failed) {
            if (takenMeanwhile(failed)) {
                throw new Conflict(
                        "job-active",
                        "Another request for this job on the same subject came first; allowed is to wait for it or to"
                                + " stop it.",
                        Map.of("subject", subject));
            }
            throw failed;
        }
    }

    private static void refuse(JobRequest active) {
        throw new Conflict(
                "job-active",
                "%s already does this job on the same subject; allowed is to wait for it or to stop it."
                        .formatted(active.number()),
                Map.of(
                        "job",
                        active.number().toString(),
                        "state",
                        active.state().name()));
    }

    private static boolean takenMeanwhile(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
