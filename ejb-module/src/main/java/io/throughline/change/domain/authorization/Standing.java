package io.throughline.change.domain.authorization;

import java.time.Instant;
import java.util.Optional;

/**
 * What decides, for every wave and every claim, whether a change's current authorization lets it start. Small on
 * purpose: it is read anew each time.
 *
 * @param secondDue until when a second person must second it; null when none must
 * @param seconded whether one did
 */
public record Standing(
        AuthorizationState state,
        Window window,
        String deployment,
        String packageSha256,
        String planDigest,
        Instant secondDue,
        boolean seconded) {

    /** What speaks against starting under this binding now, its servers apart. */
    public Optional<Objection> objection(Binding binding, Instant now) {
        if (state == AuthorizationState.WITHDRAWN) {
            return object("authorization-withdrawn", "The authorization was withdrawn.");
        }
        if (state == AuthorizationState.VOID) {
            return object("authorization-void", "The change has ended; its authorization is void.");
        }
        if (window.overAt(now)) {
            return object("window-over", "The window ended at " + window.to() + ".");
        }
        if (now.isBefore(window.from())) {
            return object("window-not-open", "The window opens at " + window.from() + ".");
        }
        if (secondDue != null && !seconded && !now.isBefore(secondDue)) {
            return object(
                    "break-glass-not-seconded",
                    "It was authorized by one person alone, and nobody seconded it by " + secondDue + ".");
        }
        if (state != AuthorizationState.CONFIRMED) {
            return object("not-confirmed", "Change has not confirmed package, servers and plan yet.");
        }
        return differing(binding);
    }

    private Optional<Objection> differing(Binding binding) {
        if (!binding.packageSha256().equals(packageSha256)) {
            return object(
                    "digest-differs",
                    "Confirmed was the package %s, this is %s.".formatted(packageSha256, binding.packageSha256()));
        }
        if (!binding.planDigest().equals(planDigest) || !binding.deployment().equals(deployment)) {
            return object(
                    "plan-differs", "Confirmed was another plan, that of %s; confirm again.".formatted(deployment));
        }
        return Optional.empty();
    }

    private static Optional<Objection> object(String key, String reason) {
        return Optional.of(new Objection(key, reason));
    }
}
