package io.throughline.change.service;

import io.throughline.change.domain.ChangeClass;
import io.throughline.change.domain.ChangePriority;
import io.throughline.change.domain.ChangeType;
import io.throughline.change.domain.Outcome;
import io.throughline.change.domain.assessment.Perspective;
import io.throughline.change.domain.assessment.Verdict;
import io.throughline.kernel.domain.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;

/** What may be asked for on a change. */
public final class ChangeCommands {

    private static final String MANY = "must have at most {max} entries";

    private ChangeCommands() {}

    /**
     * Raise a change.
     *
     * @param targets numbers of the servers to be changed; when none are named, all that provide the service and lack
     *     the wanted version
     * @param product what is to be installed, or null
     * @param version which version of it, or null
     * @param incident number of the incident that it settles, or null
     */
    public record Raise(
            @NotNull @PlainText String title,
            @NotNull ChangeType type,
            @NotNull ChangePriority priority,

            @NotNull @PlainText(max = 4000, multiline = true)
            String reason,

            @PlainText(max = 4000, multiline = true) String effectOfNotDoing,
            String service,
            @Size(max = 200_000, message = MANY) List<@NotNull String> targets,
            @PlainText(max = 120) String product,
            @PlainText(max = 120) String version,
            @PlainText(max = 4000, multiline = true) String backOutPlan,
            @PlainText(max = 4000, multiline = true) String risk,
            @PlainText(max = 4000, multiline = true) String continuityImpact,
            @PlainText(max = 4000, multiline = true) String resources,
            Instant wantedBy,
            String incident) {

        public Raise {
            targets = targets == null ? List.of() : List.copyOf(targets);
        }
    }

    public record Reason(
            @NotNull @PlainText(max = 4000, multiline = true)
            String reason) {}

    public record Question(
            @NotNull @PlainText(max = 4000, multiline = true)
            String question) {}

    public record Text(
            @NotNull @PlainText(max = 4000, multiline = true)
            String text) {}

    /** Who is to judge, from where. */
    public record Assessor(@NotNull String person, @NotNull Perspective perspective) {}

    /**
     * @param changeClass null to follow the model's proposal
     * @param priority null to leave it as it is
     */
    public record Categorize(
            ChangeClass changeClass,
            ChangePriority priority,

            @NotEmpty(message = "must not be empty") @Size(max = 20, message = MANY)
            List<@NotNull @Valid Assessor> assessors) {}

    public record Assess(
            @NotNull Perspective perspective,
            @NotNull Verdict verdict,

            @NotNull @PlainText(max = 3000, multiline = true)
            String text) {}

    /** When it may be carried out. */
    public record Period(@NotNull Instant from, @NotNull Instant to) {}

    /**
     * @param password of who signs, who logs in again by it
     * @param changeOwner number of the person who carries the change through; null to appoint one later
     */
    public record Authorize(
            @NotNull @Valid Period window, @NotNull String password, String changeOwner) {}

    public record BreakGlass(
            @NotNull @PlainText(max = 4000, multiline = true)
            String reason,

            @NotNull @Valid Period window,
            @NotNull String password,
            String changeOwner) {}

    public record Sign(@NotNull String password) {}

    public record Extend(@NotNull Instant to, @NotNull String password) {}

    public record AddTargets(
            @NotEmpty(message = "must not be empty") @Size(max = 200_000, message = MANY)
            List<@NotNull String> servers,

            @NotNull String password) {}

    /**
     * @param window that is proposed; null for four hours from the moment of signing
     */
    public record CallAuthority(
            @NotNull String person, @Valid Period window) {}

    public record Appoint(@NotNull String person) {}

    /**
     * @param releaseManager who is engaged; null when there are only manual tasks
     */
    public record Coordinate(String releaseManager) {}

    /**
     * @param assignee number of the person who is to do it, or null
     */
    public record Task(
            @NotNull @PlainText(max = 4000, multiline = true)
            String text,

            String assignee) {}

    public record TaskResult(
            @NotNull @PlainText(max = 4000, multiline = true)
            String result) {}

    /**
     * What people did by hand.
     *
     * @param servers those on which it was done, of the authorized ones; null for all when it was implemented, for none
     *     otherwise; none may be named when it was backed out
     */
    public record ReportOutcome(
            @NotNull Outcome outcome,

            @NotNull @PlainText(max = 4000, multiline = true)
            String evidence,

            List<@NotNull String> servers) {}

    /**
     * @param followUp number of a change that follows from it, or null
     */
    public record Review(
            @NotNull @PlainText(max = 4000, multiline = true)
            String text,

            @NotNull Boolean desiredEffect,
            Boolean backOutWorked,
            String followUp) {}
}
