package io.throughline.incident.service.symptom;

import io.throughline.audit.service.RefusalRecorder;
import io.throughline.configuration.domain.ItService;
import io.throughline.configuration.domain.ItServiceRepository;
import io.throughline.identity.domain.Right;
import io.throughline.identity.service.Authority;
import io.throughline.incident.domain.symptom.FrontDoorProbe;
import io.throughline.incident.domain.symptom.FrontDoorSample;
import io.throughline.incident.domain.symptom.FrontDoorSamples;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.Times;
import io.throughline.kernel.domain.refusal.NotFound;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The curves of the services: read by the portal, written by the sampler, never longer than a bound. */
@Stateless
@Interceptors(RefusalRecorder.class)
public class FrontDoorService {

    private static final int MOST_POINTS = 600;
    private static final int KEPT = 3000;

    @Inject
    ItServiceRepository services;

    @Inject
    ServiceDoors doors;

    @Inject
    FrontDoorSamples samples;

    @Inject
    Authority authority;

    @Inject
    Clock clock;

    /**
     * @param after only newer points, or null
     * @throws NotFound when there is no such service or it has no front door
     */
    public FrontDoorView get(RecordNumber number, Instant after) {
        authority.require(Right.RECORD_READ);
        ItService service = services.require(number);
        FrontDoorProbe.Door door = doors.of(number.toString()).orElseThrow(() -> new NotFound("front door of", number));
        List<FrontDoorView.Point> series = samples.series(number.toString(), after, MOST_POINTS).stream()
                .map(FrontDoorView.Point::from)
                .toList();
        FrontDoorView.Point newest = samples.series(number.toString(), null, 1).stream()
                .map(FrontDoorView.Point::from)
                .findFirst()
                .orElse(null);
        return new FrontDoorView(
                number.toString(),
                service.name(),
                door.url(),
                door.minimumSuccessPercent(),
                newest == null ? null : newest.at(),
                newest == null ? null : newest.percent(),
                newest == null
                        ? null
                        : newest.successes() * 100L >= (long) door.minimumSuccessPercent() * newest.samples(),
                series);
    }

    /** The door of the service when its newest sample is older than this. */
    public Optional<FrontDoorProbe.Door> dueForSample(String service, Duration pause) {
        authority.requireMachine();
        Instant latest = clock.instant().minus(pause);
        return samples.series(service, latest, 1).isEmpty() ? doors.of(service) : Optional.empty();
    }

    public void add(String service, FrontDoorProbe.Reading reading) {
        authority.requireMachine();
        samples.add(new FrontDoorSample(service, Times.now(clock), reading));
        samples.keepNewest(service, KEPT);
    }
}
