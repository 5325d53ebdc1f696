package io.throughline.deployment.service;

import io.throughline.deployment.domain.plan.PlanRequest;
import io.throughline.kernel.domain.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** What people ask of deployments. */
public final class DeploymentCommands {

    private DeploymentCommands() {}

    /**
     * @param release number of an accepted release
     */
    public record Plan(
            @NotNull @PlainText(max = 24) String release,
            @NotNull @Valid PlanRequest plan) {}

    public record Reason(
            @NotNull @PlainText(max = 4000, multiline = true)
            String reason) {}

    public record OptionalReason(
            @PlainText(max = 4000, multiline = true) String reason) {}

    /**
     * @param servers numbers of those to try again; null for all that can be
     */
    public record Retry(@Size(max = 100_000) List<@NotNull @PlainText(max = 24) String> servers) {}

    public record Exclude(
            @NotNull @PlainText(max = 24) String server,

            @NotNull @PlainText(max = 4000, multiline = true)
            String reason) {}

    /**
     * @param text what was looked at, and what was seen
     */
    public record Verify(
            @NotNull @PlainText(max = 4000, multiline = true)
            String text) {}
}
