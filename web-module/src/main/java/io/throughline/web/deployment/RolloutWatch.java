package io.throughline.web.deployment;

import io.throughline.deployment.service.DeploymentReader;
import io.throughline.deployment.service.DeploymentView;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.service.Acting;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.faces.push.Push;
import jakarta.faces.push.PushContext;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Pushes to everybody who looks at a rollout that it has moved. It reads what is stored, so that it tells the same on
 * whichever node the rollout runs; one reading serves all lookers, and nobody looking costs nothing.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class RolloutWatch {

    private static final Logger LOG = Logger.getLogger(RolloutWatch.class.getName());
    private static final int SECONDS_BETWEEN = 1;
    /** A rollout that stands still is told of as rarely as that, only to learn whether anybody looks. */
    private static final int QUIET_ROUNDS = 30;
    /** So often nobody may have been reached before the watch ends: a page takes a moment to connect. */
    private static final int MOST_UNHEARD = 60;

    @Inject
    @Push(channel = "rollout")
    PushContext push;

    @Inject
    DeploymentReader deployments;

    @Resource
    ManagedScheduledExecutorService executor;

    private final Map<String, Watched> watched = new ConcurrentHashMap<>();

    /** A rollout that somebody looks at: on whose account it is read, what was seen last, how often nobody heard. */
    private record Watched(String viewer, String seen, int round, int unheard) {}

    @PostConstruct
    void begin() {
        executor.scheduleWithFixedDelay(this::round, SECONDS_BETWEEN, SECONDS_BETWEEN, TimeUnit.SECONDS);
    }

    public void attend(String deployment) {
        watched.put(deployment, new Watched(Acting.required().actor(), null, 0, 0));
    }

    private void round() {
        watched.forEach((deployment, last) -> {
            try {
                look(deployment, last);
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "cannot watch " + deployment, e);
                watched.remove(deployment);
            }
        });
    }

    private void look(String deployment, Watched last) {
        Acting.run(Acting.Account.person(last.viewer, "rollout-watch", null), () -> {
            DeploymentView view = deployments.get(RecordNumber.parse(deployment));
            String seen = "%d %s %s".formatted(view.version(), view.state(), view.states());
            boolean moves = view.state().isActive() || !seen.equals(last.seen);
            int unheard = last.unheard;
            if (moves || last.round % QUIET_ROUNDS == 0) {
                unheard = push.send(moves ? "moved" : "still", deployment).isEmpty() ? unheard + 1 : 0;
            }
            if (unheard > MOST_UNHEARD) {
                watched.remove(deployment);
            } else {
                watched.replace(deployment, last, new Watched(last.viewer, seen, last.round + 1, unheard));
            }
        });
    }
}
