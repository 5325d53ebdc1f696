package io.throughline.operation.service;

import io.throughline.kernel.service.Acting;
import io.throughline.operation.domain.JobKind;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The thread that sees to this node's jobs and schedules: once a second, and at once when somebody has asked for
 * something. It begins when the batch engine has come forward.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class JobSupervisor {

    private static final Logger LOG = Logger.getLogger(JobSupervisor.class.getName());
    private static final long ROUND_EVERY_MILLIS = 1_000;
    private static final long ORDERLY_STOP_MILLIS = 10_000;
    private static final long ENSURE_EVERY_NANOS = TimeUnit.SECONDS.toNanos(30);

    @EJB
    JobClaims claims;

    @EJB
    NodeLife life;

    @EJB
    Nodes nodes;

    @EJB
    ScheduleRuns scheduleRuns;

    @Resource
    ManagedThreadFactory threads;

    private final Semaphore wishes = new Semaphore(0);
    private JobSupervision supervision;
    private ScheduleRound schedules;
    private Long ensuredAt;
    private Thread thread;

    /** The batch engine stands; from now on jobs are launched. */
    public synchronized void attach(JobStarter starter) {
        if (thread != null) {
            throw new IllegalStateException("there is a batch engine already");
        }
        supervision = new JobSupervision(
                claims, starter, life::incarnation, () -> nodes.beats().keySet());
        schedules = new ScheduleRound(scheduleRuns);
        thread = threads.newThread(this::attend);
        thread.setName("throughline-jobs");
        thread.setDaemon(true);
        thread.start();
    }

    /** Lets the next round begin at once. */
    public void wake() {
        wishes.release();
    }

    /** The batch engine is about to go: what runs here is asked to stop and left to the next boot, or to another node. */
    public synchronized void detach() {
        if (thread == null) {
            return;
        }
        thread.interrupt();
        try {
            thread.join(ORDERLY_STOP_MILLIS);
            supervision.stopAll();
            long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(ORDERLY_STOP_MILLIS);
            while (!supervision.idle() && System.nanoTime() < until) {
                Thread.sleep(100);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    @PreDestroy
    void end() {
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void attend() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Acting.run(Acting.Account.machine("operation", null, "jobs"), this::round);
            } catch (RuntimeException again) {
                LOG.log(Level.WARNING, "Jobs could not be seen to; the next round tries again: {0}", again.toString());
            }
            try {
                if (wishes.tryAcquire(ROUND_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                    wishes.drainPermits();
                }
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    private void round() {
        if (ensuredAt == null || System.nanoTime() - ensuredAt > ENSURE_EVERY_NANOS) {
            claims.ensure(JobKind.SEALING, Map.of());
            ensuredAt = System.nanoTime();
        }
        schedules.round();
        supervision.round();
    }
}
