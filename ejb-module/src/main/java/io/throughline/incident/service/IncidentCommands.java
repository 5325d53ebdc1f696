package io.throughline.incident.service;

import io.throughline.incident.domain.Escalation;
import io.throughline.incident.domain.Impact;
import io.throughline.incident.domain.Urgency;
import io.throughline.incident.domain.Visibility;
import io.throughline.kernel.domain.PlainText;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** What may be asked for on an incident. */
public final class IncidentCommands {

    private IncidentCommands() {}

    /** Log an incident that nobody called about. */
    public record Log(
            @NotNull @PlainText String title,

            @NotNull @PlainText(max = 4000, multiline = true)
            String symptom,

            String service,
            String organisation) {}

    public record Classify(
            @NotNull Impact impact,
            @NotNull Urgency urgency,
            @NotNull @PlainText(max = 80) String category) {}

    public record Support(
            @NotNull @PlainText(max = 4000, multiline = true)
            String text,

            boolean helped) {}

    public record Escalate(
            @NotNull Escalation kind,
            @NotNull @PlainText(max = 80) String group,

            @NotNull @PlainText(max = 2000, multiline = true)
            String reason) {}

    /**
     * @param group in whose queue it is, or null to leave it there
     * @param person number of the person who has it from now on, or null: then it waits in the queue
     */
    public record Assign(@PlainText(max = 80) String group, String person) {}

    public record Note(
            @NotNull @PlainText(max = 4000, multiline = true)
            String text,

            @NotNull Visibility visibility) {}

    public record Reason(
            @NotNull @PlainText(max = 2000, multiline = true)
            String reason) {}

    /**
     * @param affectedServers numbers of the servers that need it; they become the change's scope
     * @param wantedProduct product whose version would put it right, or null
     * @param wantedVersion that version, or null
     */
    public record Diagnose(
            @NotNull @PlainText(max = 4000, multiline = true)
            String finding,

            @PlainText(max = 4000, multiline = true) String cause,

            @Size(max = 5000, message = "must have at most {max} servers")
            List<@NotNull String> affectedServers,

            @PlainText(max = 120) String wantedProduct,
            @PlainText(max = 120) String wantedVersion) {}

    /**
     * @param text what settled it and how that was verified
     */
    public record Resolve(
            @NotNull @PlainText(max = 4000, multiline = true)
            String text,

            @NotNull @PlainText(max = 80) String code) {}

    public record Close(
            @NotNull @PlainText(max = 80) String resolutionCode,
            @NotNull @PlainText(max = 80) String causeCode,

            @NotNull
            @Min(value = 0, message = "must be 0 or more")
            @Max(value = 1_000_000, message = "must be 1000000 or less")
            Integer effortMinutes) {}
}
