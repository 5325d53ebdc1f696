package io.throughline.incident.domain;

import io.throughline.incident.domain.symptom.SymptomCheck;
import io.throughline.kernel.domain.refusal.Conflict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether an incident may count as settled: its own symptom is gone at the service's front door, when there is one, at a
 * check that is newer than the diagnosis, the last help that was tried and the change; and the change that was to settle
 * it, when there was one, is closed with nothing left open on any target. A change that came to nothing neither helps nor
 * hinders. An incident without a front door is settled by what a person verified and stated.
 */
public final class SettlementPolicy {

    /**
     * What is known from outside the incident.
     *
     * @param hasFrontDoor whether its service has a front door that can be asked
     * @param change how its change stands; null when it has none
     */
    public record Evidence(boolean hasFrontDoor, ChangeEvidence.Standing change) {}

    /**
     * @param key stable name of what is missing
     * @param reason the same in words
     */
    public record Objection(String key, String reason) {}

    private SettlementPolicy() {}

    /** What speaks against it; nothing when it is settled. */
    public static List<Objection> objections(Incident incident, Evidence evidence) {
        List<Objection> objections = new ArrayList<>();
        if (evidence.change() != null) {
            ofChange(evidence.change()).ifPresent(objections::add);
        }
        if (evidence.hasFrontDoor()) {
            ofSymptom(incident, evidence.change()).ifPresent(objections::add);
        }
        return objections;
    }

    static void require(Incident incident, Evidence evidence) {
        List<Objection> objections = objections(incident, evidence);
        if (!objections.isEmpty()) {
            throw new Conflict(
                    "not-settled",
                    incident.number() + " is not settled yet: "
                            + objections.stream().map(Objection::reason).collect(Collectors.joining("; ")) + ".",
                    Map.of(
                            "record",
                            incident.number().toString(),
                            "missing",
                            objections.stream().map(Objection::key).toList()));
        }
    }

    private static Optional<Objection> ofChange(ChangeEvidence.Standing change) {
        return switch (change.course()) {
            case UNDER_WAY ->
                Optional.of(new Objection("change-open", "its change " + change.number() + " is not closed"));
            case DONE ->
                change.openTargets().isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Objection(
                                "targets-open",
                                "these servers are neither verified nor excluded: "
                                        + String.join(", ", change.openTargets())));
            case CAME_TO_NOTHING -> Optional.empty();
        };
    }

    private static Optional<Objection> ofSymptom(Incident incident, ChangeEvidence.Standing change) {
        Optional<SymptomCheck> latest = incident.latestSymptomCheck();
        if (latest.isEmpty() || outdated(latest.get(), incident, change)) {
            return Optional.of(new Objection(
                    "symptom-unchecked", "the front door has not been checked since the last change of things"));
        }
        if (!latest.get().passed()) {
            SymptomCheck check = latest.get();
            return Optional.of(new Objection(
                    "symptom-persists",
                    "at the last check %d of %d requests at the front door succeeded, %d percent are needed"
                            .formatted(check.successes(), check.samples(), check.minimumPercent())));
        }
        return Optional.empty();
    }

    /** A check that passed before something was found out or tried proves nothing of what came of that. */
    private static boolean outdated(SymptomCheck check, Incident incident, ChangeEvidence.Standing change) {
        Stream<Instant> times = Stream.of(
                incident.times().reopened(),
                incident.times().diagnosisStarted(),
                incident.times().diagnosisEnded(),
                change == null ? null : change.implementedAt());
        Stream<Instant> attempts = incident.supportAttempts().stream().map(SupportAttempt::at);
        return Stream.concat(times, attempts).filter(Objects::nonNull).anyMatch(check.at()::isBefore);
    }
}
