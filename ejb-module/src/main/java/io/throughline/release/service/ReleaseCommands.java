package io.throughline.release.service;

import io.throughline.kernel.domain.PlainText;
import io.throughline.release.domain.Strategy;
import jakarta.validation.constraints.NotNull;

/** What people ask of releases. */
public final class ReleaseCommands {

    private ReleaseCommands() {}

    /**
     * @param owner number of the person who becomes Release Owner
     * @param specialist number of the person who becomes Release Specialist
     */
    public record Acknowledge(
            @NotNull @PlainText(max = 24) String owner,
            @NotNull @PlainText(max = 24) String specialist) {}

    /**
     * @param pilots which servers or users come first
     * @param window when it is to be brought out
     * @param deploymentModel push or pull, all at once or in waves
     */
    public record PlanStrategy(
            @NotNull @PlainText(max = 4000, multiline = true)
            String text,

            @PlainText(max = 1000, multiline = true) String pilots,
            @PlainText(max = 400) String window,
            @PlainText(max = 400) String deploymentModel) {

        Strategy strategy() {
            return new Strategy(text, pilots, window, deploymentModel);
        }
    }

    /**
     * @param releasePackage number or digest of the package
     */
    public record Build(
            @jakarta.json.bind.annotation.JsonbProperty("package") @NotNull @PlainText(max = 64)
            String releasePackage) {}

    /**
     * @param server number of a test server
     */
    public record Test(@NotNull @PlainText(max = 24) String server) {}

    public record Accept(
            @NotNull @PlainText(max = 4000, multiline = true)
            String text) {}

    public record Cancel(
            @NotNull @PlainText(max = 4000, multiline = true)
            String reason) {}
}
