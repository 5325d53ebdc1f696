package io.throughline.batch.rollout;

import io.throughline.deployment.service.RolloutCourse;
import io.throughline.kernel.service.Acting;
import io.throughline.operation.domain.JobKind;
import io.throughline.operation.service.JobClaims;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Asks for the rollout job of every deployment that has work left and nobody at it: a pause and its end may cross with
 * the end of the job, and a job may have failed.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class RolloutSweep {

    private static final Logger LOG = Logger.getLogger(RolloutSweep.class.getName());

    @EJB
    RolloutCourse course;

    @EJB
    JobClaims jobs;

    private final AtomicBoolean sweeping = new AtomicBoolean();

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void sweep() {
        if (sweeping.compareAndSet(false, true)) {
            try {
                Acting.run(Acting.Account.machine("rollout", null, "sweep"), this::ensureAll);
            } catch (RuntimeException again) {
                LOG.log(Level.FINE, "The next sweep looks again", again);
            } finally {
                sweeping.set(false);
            }
        }
    }

    private void ensureAll() {
        course.unfinished()
                .forEach(deployment -> jobs.ensureGoing(JobKind.RELEASE_ROLLOUT, Map.of("deployment", deployment)));
    }
}
