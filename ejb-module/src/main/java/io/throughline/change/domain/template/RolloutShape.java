package io.throughline.change.domain.template;

import io.throughline.kernel.domain.refusal.Invalid;
import java.util.ArrayList;
import java.util.List;

/**
 * In which steps every change of a template reaches its servers; part of what the authority signs.
 *
 * @param canary how many servers come first, alone; 0 for none
 * @param wavePercent share of all servers that each later wave has, 1 to 100
 * @param parallel most hosts at once
 * @param soakSeconds how long each wave is watched before the next begins
 * @param maxFailures how many failing servers each wave bears
 */
public record RolloutShape(int canary, int wavePercent, int parallel, int soakSeconds, int maxFailures) {

    /** One server first, then all others. */
    public static final RolloutShape USUAL = new RolloutShape(1, 100, 10, 0, 0);

    private static final int MOST_CANARIES = 1_000;
    private static final int MOST_PARALLEL = 500;
    private static final int LONGEST_SOAK = 86_400;
    private static final int MOST_FAILURES = 100_000;

    /** As given, and as usual where nothing is given. */
    public static RolloutShape of(
            Integer canary, Integer wavePercent, Integer parallel, Integer soakSeconds, Integer maxFailures) {
        return new RolloutShape(
                canary == null ? USUAL.canary : canary,
                wavePercent == null ? USUAL.wavePercent : wavePercent,
                parallel == null ? USUAL.parallel : parallel,
                soakSeconds == null ? USUAL.soakSeconds : soakSeconds,
                maxFailures == null ? USUAL.maxFailures : maxFailures);
    }

    void check(List<Invalid.FieldError> errors) {
        within("canary", canary, 0, MOST_CANARIES, errors);
        within("wavePercent", wavePercent, 1, 100, errors);
        within("parallel", parallel, 1, MOST_PARALLEL, errors);
        within("soakSeconds", soakSeconds, 0, LONGEST_SOAK, errors);
        within("maxFailures", maxFailures, 0, MOST_FAILURES, errors);
    }

    private static void within(String field, int value, int least, int most, List<Invalid.FieldError> errors) {
        if (value < least || value > most) {
            errors.add(new Invalid.FieldError(field, "must be from %d to %d".formatted(least, most)));
        }
    }

    /**
     * How many servers each wave has.
     *
     * @param servers how many there are altogether, at least one
     */
    public List<Integer> waves(int servers) {
        List<Integer> waves = new ArrayList<>();
        int left = servers;
        if (canary > 0) {
            waves.add(Math.min(canary, left));
            left -= waves.get(0);
        }
        int share = Math.max(1, (int) ((servers * (long) wavePercent + 99) / 100));
        while (left > 0) {
            waves.add(Math.min(share, left));
            left -= Math.min(share, left);
        }
        return waves;
    }

    @Override
    public String toString() {
        return "canary %d, then waves of %d percent, %d hosts at once, soak %d s, each bears %d failing"
                .formatted(canary, wavePercent, parallel, soakSeconds, maxFailures);
    }
}
