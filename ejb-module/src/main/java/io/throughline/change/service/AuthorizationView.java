package io.throughline.change.service;

import io.throughline.change.domain.authorization.Authorization;
import io.throughline.change.domain.authorization.AuthorizationState;
import io.throughline.change.domain.authorization.AuthorizedServer;
import io.throughline.change.domain.authorization.BreakGlass;
import io.throughline.change.domain.authorization.ServerResult;
import io.throughline.change.domain.authorization.Standing;
import io.throughline.change.domain.authorization.Window;
import java.time.Instant;
import java.util.List;

/**
 * What a change authority signed.
 *
 * @param envelopeDigest SHA-256 of the text that was signed
 * @param packageSha256 digest of the one package that was authorized; null when any may be confirmed
 * @param servers null in lists
 * @param breakGlass null when four eyes saw it
 * @param confirmation null until it is confirmed
 */
public record AuthorizationView(
        AuthorizationState state,
        String authority,
        Instant signedAt,
        String envelopeDigest,
        String product,
        String productVersion,
        String packageSha256,
        Period window,
        List<Member> servers,
        Alone breakGlass,
        Confirmation confirmation) {

    public record Period(Instant from, Instant to) {

        static Period from(Window window) {
            return new Period(window.from(), window.to());
        }
    }

    /**
     * @param bound whether the confirmed plan names it
     */
    public record Member(String server, boolean bound, ServerResult result, String addedBy, Instant addedAt) {

        static Member from(AuthorizedServer one) {
            return new Member(one.server(), one.bound(), one.result(), one.addedBy(), one.addedAt());
        }
    }

    /** Signed by one person alone. */
    public record Alone(String reason, Instant secondDue, String secondedBy, Instant secondedAt) {

        static Alone from(BreakGlass glass) {
            return new Alone(glass.reason(), glass.secondDue(), glass.secondedBy(), glass.secondedAt());
        }
    }

    /** What exactly may be carried out. */
    public record Confirmation(
            String deployment, String packageSha256, String planDigest, String confirmedBy, Instant confirmedAt) {}

    static AuthorizationView of(Authorization signed, boolean whole, Instant now) {
        Standing standing = signed.standing();
        return new AuthorizationView(
                signed.stateAt(now),
                signed.authority(),
                signed.signedAt(),
                signed.envelopeDigest(),
                signed.product(),
                signed.productVersion(),
                signed.authorizedSha256(),
                Period.from(signed.window()),
                whole ? signed.servers().stream().map(Member::from).toList() : null,
                signed.breakGlass().map(Alone::from).orElse(null),
                signed.confirmedAt() == null
                        ? null
                        : new Confirmation(
                                standing.deployment(),
                                standing.packageSha256(),
                                standing.planDigest(),
                                signed.confirmedBy(),
                                signed.confirmedAt()));
    }
}
