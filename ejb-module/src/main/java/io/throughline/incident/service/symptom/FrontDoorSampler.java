package io.throughline.incident.service.symptom;

import io.throughline.incident.domain.IncidentRepository;
import io.throughline.incident.domain.symptom.FrontDoorProbe;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.service.Acting;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Draws the curve of every service that suffers from an open incident or is being changed: closely while somebody works
 * on its recovery, now and then otherwise. Of several nodes, whichever comes first takes the sample.
 */
@Singleton
@Startup
@DependsOn("Migrator")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FrontDoorSampler {

    private static final Duration CLOSELY = Duration.ofSeconds(2);
    private static final Duration NOW_AND_THEN = Duration.ofSeconds(15);

    /** A curve needs no more, whatever a check of the symptom asks for. */
    private static final int MOST_SAMPLES = 40;

    @Inject
    IncidentRepository incidents;

    @Inject
    FrontDoorWatch watch;

    @Inject
    FrontDoorService doors;

    @Inject
    SymptomEvidence evidence;

    @Inject
    FrontDoorProbe probe;

    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    void tick() {
        Acting.run(Acting.Account.machine("front-door", null, "sampler"), this::sample);
    }

    private void sample() {
        Set<String> close = new TreeSet<>(watch.services());
        close.addAll(incidents.recoveringServices());
        close.forEach(service -> sample(service, CLOSELY));
        Set<String> others = incidents.sufferingServices();
        others.removeAll(close);
        others.forEach(service -> sample(service, NOW_AND_THEN));
    }

    private void sample(String service, Duration pause) {
        doors.dueForSample(service, pause).ifPresent(door -> {
            FrontDoorProbe.Reading reading = probe.read(few(door));
            doors.add(service, reading);
            if (reading.passes(door.minimumSuccessPercent())) {
                noteRestored(service, door);
            }
        });
    }

    /** The first check that passes tells when the service was restored, mostly long before everything is patched. */
    private void noteRestored(String service, FrontDoorProbe.Door door) {
        List<RecordNumber> waiting = evidence.awaitingRestoration(service);
        if (!waiting.isEmpty()) {
            FrontDoorProbe.Reading whole = probe.read(door);
            if (whole.passes(door.minimumSuccessPercent())) {
                waiting.forEach(incident -> evidence.record(incident, door, whole, null));
            }
        }
    }

    private static FrontDoorProbe.Door few(FrontDoorProbe.Door door) {
        return new FrontDoorProbe.Door(
                door.url(), door.expectStatus(), Math.min(door.samples(), MOST_SAMPLES), door.minimumSuccessPercent());
    }
}
