package io.throughline.incident.domain;

import io.throughline.contact.domain.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** What priority follows from impact and urgency, and until when an incident of that priority is due. */
public final class PriorityPolicy {

    private static final Map<Priority, Duration> DUE_WITHIN = new EnumMap<>(Map.of(
            Priority.CRITICAL, Duration.ofHours(1),
            Priority.HIGH, Duration.ofHours(4),
            Priority.MEDIUM, Duration.ofHours(24),
            Priority.LOW, Duration.ofDays(5)));

    /**
     * @param reason why, in words that people see
     */
    public record Judgement(Priority priority, Instant dueAt, String reason) {}

    /**
     * @param recognisedAt from when the time runs, however late somebody classifies
     */
    public Judgement judge(Impact impact, Urgency urgency, Instant recognisedAt) {
        Priority priority = switch (impact.ordinal() + urgency.ordinal()) {
            case 0 -> Priority.CRITICAL;
            case 1 -> Priority.HIGH;
            case 2 -> Priority.MEDIUM;
            default -> Priority.LOW;
        };
        Duration within = DUE_WITHIN.get(priority);
        return new Judgement(
                priority,
                recognisedAt.plus(within),
                "impact %s and urgency %s make %s, due %d h after recognition"
                        .formatted(impact, urgency, priority, within.toHours()));
    }
}
