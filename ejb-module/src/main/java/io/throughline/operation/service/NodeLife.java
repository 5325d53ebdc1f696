package io.throughline.operation.service;

import io.throughline.kernel.service.Acting;
import io.throughline.operation.domain.NodeWatch;
import io.throughline.operation.domain.Pulse;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps this node's beat going, on a thread that does nothing else, and judges the other nodes. */
@Singleton
@Startup
@DependsOn("Migrator")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class NodeLife {

    private static final Logger LOG = Logger.getLogger(NodeLife.class.getName());
    private static final long BEAT_EVERY_MILLIS = 2_000;

    @EJB
    Nodes nodes;

    @Resource
    ManagedThreadFactory threads;

    private final NodeWatch watch = new NodeWatch(System::nanoTime);
    private final Pulse pulse = new Pulse(System::nanoTime);
    private volatile String incarnation;
    private Thread heart;

    @PostConstruct
    void begin() {
        Acting.run(account(), this::register);
        heart = threads.newThread(this::beatOn);
        heart.setName("throughline-beat");
        heart.setDaemon(true);
        heart.start();
    }

    @PreDestroy
    void end() {
        heart.interrupt();
        try {
            Acting.run(account(), () -> nodes.bury(incarnation, "orderly stop"));
        } catch (RuntimeException databaseGone) {
            LOG.log(Level.FINE, "The end of this node could not be noted; the next boot will", databaseGone);
        }
    }

    /** Names this boot of this process; a new one when others have declared it dead. */
    public String incarnation() {
        return incarnation;
    }

    /** Whether that node lives, as far as this one can tell. */
    public boolean alive(String other) {
        return other != null && (other.equals(incarnation) ? pulse.felt() : watch.alive(other));
    }

    /**
     * Whether this node may begin anything on a host: only while its own beat reaches the database. A node that was
     * frozen, or cut off, holds still well before another takes its work over.
     */
    public boolean mayStartHosts() {
        return pulse.felt();
    }

    private void beatOn() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Acting.run(account(), this::beat);
            } catch (RuntimeException databaseAway) {
                LOG.log(Level.WARNING, "The beat could not be written: {0}", databaseAway.getMessage());
            }
            try {
                Thread.sleep(BEAT_EVERY_MILLIS);
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    private void beat() {
        long begunAt = pulse.now();
        if (nodes.beat(incarnation)) {
            pulse.beaten(begunAt);
        } else {
            pulse.lost();
            LOG.warning("Others declared this node dead while it was silent; it goes on as a new one");
            register();
        }
        Map<String, Long> beats = nodes.beats();
        watch.observe(beats).stream()
                .filter(silent -> !silent.equals(incarnation))
                .forEach(silent ->
                        nodes.bury(silent, "its beat has not moved for " + NodeWatch.SILENCE.toSeconds() + " s"));
    }

    private void register() {
        String fresh = UUID.randomUUID().toString();
        long begunAt = pulse.now();
        nodes.register(fresh, NodeName.ofThisProcess());
        incarnation = fresh;
        pulse.beaten(begunAt);
    }

    private static Acting.Account account() {
        return Acting.Account.machine("operation", null, "beat");
    }
}
