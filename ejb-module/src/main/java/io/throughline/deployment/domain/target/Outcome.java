package io.throughline.deployment.domain.target;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * What came of a claim.
 *
 * @param claim under which it was done
 * @param state to which it leads
 * @param changed whether something was, or may have been, changed on the host and stands there now
 * @param before level found before; null when not found out
 * @param after level found afterwards; null when not found out
 * @param digest SHA-256 of the package as the host computed it; null when it did not
 * @param reasonKey stable key of why it is not as wished; null when it is
 * @param reason the same in words
 * @param steps what was run, in order
 */
public record Outcome(
        Claim claim,
        TargetState state,
        boolean changed,
        String before,
        String after,
        String digest,
        String reasonKey,
        String reason,
        List<StepEvidence> steps)
        implements Serializable {

    /** What a level is called where the product is not installed. */
    public static final String NOT_INSTALLED = "none";

    public Outcome {
        Objects.requireNonNull(claim, "claim");
        if (!TargetCourse.outcomesOf(claim.action()).contains(state)) {
            throw new IllegalArgumentException(state + " is no outcome of " + claim.action());
        }
        steps = List.copyOf(steps);
    }
}
