package io.throughline.operation.domain;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import io.throughline.kernel.domain.refusal.Invalid;
import io.throughline.kernel.domain.refusal.Invalid.FieldError;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When a schedule is due: once, or by the five fields of cron (minute, hour, day of month, month, day of week) on the
 * clocks of a time zone. Where daylight saving leaves an hour out, what was due in it is due as much later as the clocks
 * jump; where an hour comes twice, what was due in it is due once, the first time.
 *
 * @param once the one time, or null
 * @param cron the five fields, or null
 * @param zone whose clocks the five fields mean
 */
public record ScheduleTiming(Instant once, String cron, ZoneId zone) {

    private static final CronParser PARSER = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));

    /**
     * @param zone name of a time zone, such as Europe/Amsterdam; null for UTC
     * @throws Invalid naming the field and what is allowed there
     */
    public static ScheduleTiming of(Instant once, String cron, String zone, Instant now) {
        List<FieldError> errors = new ArrayList<>();
        ZoneId zoneId = zone(zone, errors);
        boolean hasCron = cron != null && !cron.isBlank();
        if ((once == null) != hasCron) {
            errors.add(new FieldError("cron", "or once must be given, not both and not none"));
        } else if (hasCron) {
            checkCron(cron, errors);
        } else if (!once.isAfter(now)) {
            errors.add(new FieldError("once", "must be in the future"));
        }
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
        ScheduleTiming timing = new ScheduleTiming(once, hasCron ? cron.strip() : null, zoneId);
        if (timing.next(now).isEmpty()) {
            throw Invalid.field("cron", "never comes; allowed are dates that exist");
        }
        return timing;
    }

    private static ZoneId zone(String zone, List<FieldError> errors) {
        try {
            return zone == null || zone.isBlank() ? ZoneId.of("UTC") : ZoneId.of(zone.strip());
        } catch (DateTimeException unknown) {
            errors.add(new FieldError("zone", "must be a time zone such as Europe/Amsterdam or UTC"));
            return ZoneId.of("UTC");
        }
    }

    private static void checkCron(String cron, List<FieldError> errors) {
        try {
            PARSER.parse(cron.strip()).validate();
        } catch (IllegalArgumentException nonsense) {
            errors.add(new FieldError(
                    "cron",
                    "must be the five fields minute hour day-of-month month day-of-week, as in 30 2 * * 1-5 ("
                            + nonsense.getMessage() + ")"));
        }
    }

    /** The first time after this one at which the schedule is due; empty when there is none. */
    public Optional<Instant> next(Instant after) {
        if (once != null) {
            return Optional.of(once).filter(time -> time.isAfter(after));
        }
        // cron-utils leaves out what falls into a skipped hour: ask it on clocks without daylight saving instead
        ExecutionTime fields = ExecutionTime.forCron(PARSER.parse(cron));
        Optional<ZonedDateTime> local =
                fields.nextExecution(after.atZone(zone).toLocalDateTime().atZone(ZoneOffset.UTC));
        while (local.isPresent() && !onClocksOfZone(local.get()).isAfter(after)) {
            local = fields.nextExecution(local.get());
        }
        return local.map(this::onClocksOfZone);
    }

    /** Of an hour that comes twice the first; a time in an hour left out is as much later as the clocks jump. */
    private Instant onClocksOfZone(ZonedDateTime local) {
        return local.toLocalDateTime().atZone(zone).toInstant();
    }
}
