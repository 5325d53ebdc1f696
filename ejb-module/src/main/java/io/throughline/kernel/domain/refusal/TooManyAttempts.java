package io.throughline.kernel.domain.refusal;

import java.time.Duration;
import java.util.Map;

/** Too many wrong passwords lately: nothing is looked at before a time is over. */
public class TooManyAttempts extends Refusal {

    private static final long serialVersionUID = 1L;

    /** Name of the fact that says how many seconds to wait. */
    public static final String RETRY_AFTER = "retryAfterSeconds";

    private final long seconds;

    /**
     * @param wait time until another attempt is looked at
     */
    public TooManyAttempts(Duration wait) {
        this(Math.max(1, wait.plusMillis(999).toSeconds()));
    }

    private TooManyAttempts(long seconds) {
        super(
                "too-many-attempts",
                "Too many wrong passwords; try again in " + seconds + " seconds.",
                Map.of(RETRY_AFTER, seconds));
        this.seconds = seconds;
    }

    public long seconds() {
        return seconds;
    }

    @Override
    public int httpStatus() {
        return 429;
    }
}
