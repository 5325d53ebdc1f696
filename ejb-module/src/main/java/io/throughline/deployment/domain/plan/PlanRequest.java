package io.throughline.deployment.domain.plan;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * A rollout as somebody plans it.
 *
 * @param waves in the order in which they run; the first is the canary
 * @param parallel most hosts at once; null for {@value Planner#USUAL_PARALLEL}
 * @param maxFailuresPerWave what each wave bears that does not say itself; null for not one
 * @param parallelPerSite most hosts of one site at once; null for no limit but the rollout's own
 * @param maxFailures what the rollout bears over all waves together; null for no limit but the waves' own
 * @param order in which a wave takes its servers; null for by name
 */
public record PlanRequest(
        @NotEmpty @Size(max = 200) @Valid List<@NotNull WaveRequest> waves,
        Integer parallel,
        FailureThreshold maxFailuresPerWave,
        RolloutOrder order,
        Integer parallelPerSite,
        FailureThreshold maxFailures) {}
