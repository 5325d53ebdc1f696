package io.throughline.web.page;

import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.refusal.Refusal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;

/** How values look on a page: times, durations, people by name, the page of a record, the tone of a state. */
@Named
@RequestScoped
public class Show {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMM yyyy HH:mm:ss", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter FIELD =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm").withZone(ZoneOffset.UTC);
    private static final Set<String> GOOD = Set.of(
            "RESOLVED",
            "IMPLEMENTED",
            "VERIFIED",
            "DEPLOYED",
            "ACCEPTED",
            "APPLIED",
            "UP_TO_DATE",
            "PASSED",
            "FULFILLED",
            "COMPLETED",
            "SENT",
            "TOLD",
            "LIVE",
            "CONFIRMED",
            "APPROVED",
            "RECOMMEND",
            "AUTHORIZED");
    private static final Set<String> BAD = Set.of(
            "FAILED",
            "UNREACHABLE",
            "REJECTED",
            "REFUSED",
            "ABORTED",
            "RESOLUTION_UNSUCCESSFUL",
            "QUARANTINED",
            "WITHDRAWN",
            "EXPIRED",
            "ADVISE_AGAINST",
            "ABANDONED");
    private static final Set<String> WARN = Set.of(
            "IN_DOUBT",
            "ON_HOLD",
            "PAUSED",
            "ROLLING_BACK",
            "ROLLED_BACK",
            "BACKED_OUT",
            "PARTIALLY_IMPLEMENTED",
            "RETURNED",
            "RECOVERING",
            "STOPPED",
            "RECOMMEND_WITH_CONDITIONS",
            "SOAKING",
            "EMERGENCY",
            "P1");
    private static final Set<String> ENDED =
            Set.of("VOID", "CLOSED", "CANCELLED", "SKIPPED", "EXCLUDED", "PENDING", "WAITING", "NO_ANSWER", "ENDED");

    @Inject
    Roster roster;

    public String moment(Instant at) {
        return at == null ? "" : MOMENT.format(at);
    }

    /** As a date and time field takes it. */
    public static String forField(Instant at) {
        return FIELD.format(at);
    }

    /** "2 h 05 min", "48 s": as much as one wants to know. */
    public String duration(Duration length) {
        if (length == null) {
            return "";
        }
        long seconds = Math.max(0, length.toSeconds());
        if (seconds < 1) {
            return "under 1 s";
        } else if (seconds < 60) {
            return seconds + " s";
        } else if (seconds < 3600) {
            return "%d min %02d s".formatted(seconds / 60, seconds % 60);
        } else if (seconds < 86400) {
            return "%d h %02d min".formatted(seconds / 3600, seconds / 60 % 60);
        }
        return "%d d %d h".formatted(seconds / 86400, seconds / 3600 % 24);
    }

    public String between(Instant from, Instant to) {
        return from == null || to == null ? "" : duration(Duration.between(from, to));
    }

    public String person(String number) {
        return roster.name(number);
    }

    /** A product and its version; nothing when none is wanted. */
    public String level(String product, String version) {
        return product == null ? "" : version == null ? product : product + " " + version;
    }

    /** CSS class of a server in the heat map. */
    public String heat(Object state) {
        return switch (String.valueOf(state)) {
            case "CLAIMED", "INTENDED", "APPLIED" -> "run";
            case "VERIFIED", "UP_TO_DATE" -> "good";
            case "FAILED", "UNREACHABLE", "QUARANTINED" -> "bad";
            case "IN_DOUBT", "ROLLED_BACK" -> "warn";
            case "SKIPPED", "EXCLUDED" -> "off";
            default -> "";
        };
    }

    /** Address of a record's page within the portal. */
    public String page(String number) {
        try {
            return pageOf(RecordNumber.parse(number));
        } catch (Refusal notANumber) {
            return "/index.xhtml";
        }
    }

    public static String pageOf(RecordNumber number) {
        RecordKind kind = number.kind();
        return switch (kind) {
            case USER_CONTACT -> "/contact/detail.xhtml?number=" + number;
            case INCIDENT, CHANGE, RELEASE, DEPLOYMENT, PROCEDURE ->
                "/" + kind.name().toLowerCase(Locale.ROOT) + "/detail.xhtml?number=" + number;
            case ORGANISATION, SERVICE, APPLICATION, SERVER ->
                "/configuration/" + kind.name().toLowerCase(Locale.ROOT) + ".xhtml?number=" + number;
            case SUPPORT_GROUP -> "/incident/group.xhtml?number=" + number;
            case PERSON -> "/people/detail.xhtml?number=" + number;
            case RELEASE_PACKAGE -> "/release/packages.xhtml?number=" + number;
            case CHANGE_TEMPLATE -> "/change/template.xhtml?number=" + number;
            case AUDIT_FINDING -> "/configurationaudit/finding.xhtml?number=" + number;
            case CONFIGURATION_AUDIT -> "/configurationaudit/findings.xhtml?audit=" + number;
            case CALL_BACK -> "/contact/callbacks.xhtml";
            case MESSAGE -> "/communication/outbox.xhtml";
            case JOB -> "/batch/jobs.xhtml";
            case SCHEDULE -> "/batch/schedule.xhtml?number=" + number;
            default -> "/audit/records.xhtml?record=" + number;
        };
    }

    /** Outcome that leads to a record's page by a redirect. */
    public static String redirectTo(RecordNumber number) {
        String page = pageOf(number);
        return page + (page.contains("?") ? "&" : "?") + "faces-redirect=true";
    }

    /** As {@link #redirectTo(RecordNumber)}, for a number as views carry it. */
    public static String redirectTo(String number) {
        return redirectTo(RecordNumber.parse(number));
    }

    /** CSS class for a state: good, bad, in need of attention, over, or open. */
    public String tone(Object state) {
        String name = String.valueOf(state);
        return GOOD.contains(name)
                ? "good"
                : BAD.contains(name) ? "bad" : WARN.contains(name) ? "warn" : ENDED.contains(name) ? "" : "open";
    }
}
