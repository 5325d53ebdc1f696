package io.throughline.rest.deployment.feed;

import io.throughline.deployment.service.DeploymentReader;
import io.throughline.deployment.service.RolloutProgress;
import io.throughline.incident.service.symptom.FrontDoorService;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.refusal.NotFound;
import io.throughline.kernel.service.Acting;
import io.throughline.rest.support.JsonbSettings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Sends the events of rollouts to all who read them. It reads what is stored, so that it tells the same on whichever node
 * the rollout runs.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RolloutFeed {

    private static final Logger LOG = Logger.getLogger(RolloutFeed.class.getName());
    private static final int MILLIS_BETWEEN = 1000;

    @Inject
    DeploymentReader deployments;

    @Inject
    FrontDoorService doors;

    @Inject
    Clock businessTime;

    @Resource
    ManagedThreadFactory threads;

    private final JsonbSettings json = new JsonbSettings();
    private final Map<RecordNumber, Watched> watched = new ConcurrentHashMap<>();
    private ScheduledExecutorService clock;
    private ExecutorService writers;

    /**
     * A rollout with readers.
     *
     * @param service whose front door is looked at; null for none
     * @param account on which it is read: hers who came first, as all of them have the right
     */
    private record Watched(String service, Acting.Account account, Set<EventReader> readers) {}

    @PostConstruct
    void begin() {
        clock = Executors.newSingleThreadScheduledExecutor(threads);
        writers = Executors.newCachedThreadPool(threads);
        clock.scheduleWithFixedDelay(this::round, MILLIS_BETWEEN, MILLIS_BETWEEN, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void end() {
        clock.shutdownNow();
        watched.values().forEach(one -> one.readers.forEach(EventReader::close));
        writers.shutdownNow();
    }

    /**
     * From now on the reader is told, beginning with how it stands.
     *
     * @param service whose front door is looked at; null for none
     */
    public void attend(RecordNumber deployment, String service, SseEventSink sink, Sse sse, String lastEventId) {
        Acting.Account caller = Acting.required();
        EventReader reader =
                new EventReader(new SseLine(sink, sse, json.getContext(null)), lastEventId, System.nanoTime());
        watched.compute(deployment, (number, known) -> {
            Watched one = known == null
                    ? new Watched(
                            service,
                            Acting.Account.person(caller.actor(), "rollout-events", null),
                            ConcurrentHashMap.newKeySet())
                    : known;
            one.readers.add(reader);
            return one;
        });
    }

    private void round() {
        watched.forEach((number, one) -> {
            try {
                Acting.run(one.account, () -> tell(number, one));
            } catch (RuntimeException e) {
                // whoever comes back is asked for the right, and read for, anew
                LOG.log(Level.WARNING, "cannot read " + number + " for its readers", e);
                one.readers.forEach(EventReader::close);
            }
            leave(number);
        });
    }

    private void tell(RecordNumber number, Watched one) {
        RolloutProgress progress = deployments.progress(number);
        RolloutEvent event = RolloutEvent.of(progress, frontDoorPercent(one.service));
        for (EventReader reader : one.readers) {
            if (reader.begin()) {
                writers.execute(() -> {
                    if (!reader.tell(event, progress.over(), System.nanoTime())) {
                        one.readers.remove(reader);
                    }
                });
            }
        }
    }

    private Integer frontDoorPercent(String service) {
        try {
            // of the curve nothing but its newest point
            return service == null
                    ? null
                    : doors.get(RecordNumber.parse(service), businessTime.instant())
                            .percent();
        } catch (NotFound none) {
            return null;
        }
    }

    /** Nobody reading costs nothing. */
    private void leave(RecordNumber number) {
        watched.computeIfPresent(number, (same, one) -> {
            one.readers.removeIf(reader -> !reader.isOpen());
            return one.readers.isEmpty() ? null : one;
        });
    }
}
