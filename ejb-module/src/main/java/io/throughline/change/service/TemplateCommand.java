package io.throughline.change.service;

import io.throughline.change.domain.template.ChangeTemplate;
import io.throughline.change.domain.template.RolloutShape;
import io.throughline.kernel.domain.PlainText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * A template of standard changes.
 *
 * @param packageSha256 digest of the package that each run deploys, or null
 * @param windowMinutes how long the window of each change is; an hour when not given
 * @param canary how many servers come first, alone; one when not given
 * @param wavePercent share of the servers that each later wave has; all the others when not given
 * @param parallel most hosts at once; ten when not given
 * @param soakSeconds how long each wave is watched; not at all when not given
 * @param maxFailures how many failing servers each wave bears; none when not given
 */
public record TemplateCommand(
        @NotNull @PlainText(max = 120) String name,
        @NotNull @PlainText String title,

        @NotNull @PlainText(max = 4000, multiline = true) String reason,

        @NotNull String service,
        @PlainText(max = 120) String product,
        @PlainText(max = 120) String version,

        @Pattern(regexp = "[0-9a-f]{64}", message = "must be 64 lower-case hexadecimal digits")
        String packageSha256,

        @PlainText(max = 4000, multiline = true) String backOutPlan,
        Integer windowMinutes,
        Integer canary,
        Integer wavePercent,
        Integer parallel,
        Integer soakSeconds,
        Integer maxFailures) {

    private static final int HOUR = 60;

    ChangeTemplate.Content content() {
        return new ChangeTemplate.Content(
                name,
                title,
                reason,
                service,
                product,
                version,
                packageSha256,
                backOutPlan,
                windowMinutes == null ? HOUR : windowMinutes,
                RolloutShape.of(canary, wavePercent, parallel, soakSeconds, maxFailures));
    }
}
