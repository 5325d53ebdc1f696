package io.throughline.deployment.domain.plan;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * A rollout as somebody plans it.
 *
 * @param waves in the order in which they run; the first is the canary
 * @param parallel most hosts at once; null for {@value Planner#USUAL_PARALLEL}
 * @param maxFailuresPerWave what each wave bears that does not say itself; null for not one
 * @param order in which a wave takes its servers; null for by name
 */
public record PlanRequest(
        @NotEmpty @Size(max = 200) @Valid List<WaveRequest> waves,
        Integer parallel,
        FailureThreshold maxFailuresPerWave,
        RolloutOrder order) {}
