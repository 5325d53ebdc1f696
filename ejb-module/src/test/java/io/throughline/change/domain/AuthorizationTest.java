package io.throughline.change.domain;

import static io.throughline.change.domain.Changes.AUTHORITY;
import static io.throughline.change.domain.Changes.NOW;
import static io.throughline.change.domain.Changes.OWNER;
import static io.throughline.change.domain.Changes.SECOND;
import static io.throughline.change.domain.Changes.SERVER_1;
import static io.throughline.change.domain.Changes.SERVER_2;
import static io.throughline.change.domain.Changes.at;
import static io.throughline.change.domain.Changes.binding;
import static io.throughline.change.domain.Changes.by;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.change.domain.authorization.Authorization;
import io.throughline.change.domain.authorization.AuthorizationState;
import io.throughline.change.domain.authorization.AuthorizationVerb;
import io.throughline.change.domain.authorization.AuthorizedServer;
import io.throughline.change.domain.authorization.Binding;
import io.throughline.change.domain.authorization.Envelope;
import io.throughline.change.domain.authorization.Objection;
import io.throughline.kernel.domain.refusal.Conflict;
import io.throughline.kernel.domain.refusal.IllegalTransition;
import io.throughline.kernel.domain.refusal.Invalid;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What an authorization lets start, and when it does not. */
class AuthorizationTest {

    private static final Instant OVER = NOW.plus(Duration.ofHours(4));

    private static final Map<AuthorizationState, Set<AuthorizationVerb>> ALLOWED = Map.of(
            AuthorizationState.LIVE, EnumSet.allOf(AuthorizationVerb.class),
            AuthorizationState.CONFIRMED, EnumSet.allOf(AuthorizationVerb.class),
            AuthorizationState.EXPIRED,
                    EnumSet.of(
                            AuthorizationVerb.SECOND,
                            AuthorizationVerb.EXTEND,
                            AuthorizationVerb.WITHDRAW,
                            AuthorizationVerb.MAKE_VOID),
            AuthorizationState.WITHDRAWN, EnumSet.of(AuthorizationVerb.SECOND, AuthorizationVerb.MAKE_VOID),
            AuthorizationState.VOID, EnumSet.of(AuthorizationVerb.SECOND));

    static Stream<Arguments> everyPair() {
        return Stream.of(AuthorizationState.values())
                .flatMap(state -> Stream.of(AuthorizationVerb.values()).map(verb -> Arguments.of(state, verb)));
    }

    @ParameterizedTest(name = "{1} when {0}")
    @MethodSource("everyPair")
    void allowsExactlyWhatTheTableSays(AuthorizationState state, AuthorizationVerb verb) {
        assertThat(AuthorizationState.transitions().allows(state, verb))
                .isEqualTo(ALLOWED.get(state).contains(verb));
    }

    @Test
    void letsNothingStartBeforeItIsConfirmed() {
        assertThat(objection(Changes.scheduled(ChangeType.NORMAL), binding(SERVER_1), NOW))
                .isEqualTo("not-confirmed");
    }

    @Test
    void letsStartWhatWasConfirmedWithinTheWindowOnly() {
        ChangeRequest change = Changes.confirmed(ChangeType.NORMAL);

        assertThat(objection(change, binding(SERVER_1), NOW)).isNull();
        assertThat(objection(change, binding(SERVER_1), NOW.minusSeconds(1))).isEqualTo("window-not-open");
        assertThat(objection(change, binding(SERVER_1), OVER.minusMillis(1))).isNull();
        assertThat(objection(change, binding(SERVER_1), OVER)).isEqualTo("window-over");
        assertThat(signed(change).stateAt(OVER)).isEqualTo(AuthorizationState.EXPIRED);
    }

    @Test
    void stopsWhatDiffersFromWhatWasConfirmed() {
        ChangeRequest change = Changes.confirmed(ChangeType.NORMAL);
        Binding asked = binding(SERVER_1);

        assertThat(objection(
                        change,
                        new Binding(
                                asked.deployment(), "c".repeat(64), null, null, asked.servers(), asked.planDigest()),
                        NOW))
                .isEqualTo("digest-differs");
        assertThat(objection(
                        change,
                        new Binding(
                                asked.deployment(), asked.packageSha256(), null, null, asked.servers(), "d".repeat(64)),
                        NOW))
                .isEqualTo("plan-differs");
        assertThat(objection(
                        change,
                        new Binding(
                                "DEP-000002", asked.packageSha256(), null, null, asked.servers(), asked.planDigest()),
                        NOW))
                .isEqualTo("plan-differs");
    }

    @Test
    void bindsTheVeryPackageWhenTheAuthorityNamedOne() {
        ChangeRequest change = Changes.recorded(ChangeType.STANDARD);
        Envelope one = new Envelope(
                "cart", "4.2.8", "e".repeat(64), Changes.window(), List.of(new Envelope.Member(SERVER_1, true)));
        change.preAuthorize(Changes.AUTHORITY, one, Changes.by(Changes.REQUESTER));
        change.coordinate(Changes.MANAGER, Changes.by(Changes.REQUESTER));
        Binding other = binding(SERVER_1);
        Binding same =
                new Binding(other.deployment(), "e".repeat(64), "cart", "4.2.8", other.servers(), other.planDigest());

        assertThatThrownBy(() -> change.confirm(other, Changes.by(Changes.OWNER)))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("packageSha256");
        change.confirm(same, Changes.by(Changes.OWNER));

        assertThat(objection(change, same, NOW)).isNull();
        assertThat(objection(change, other, NOW)).isEqualTo("digest-differs");
        assertThat(one.text("CHG-000001", Changes.AUTHORITY)).contains("package " + "e".repeat(64));
    }

    @Test
    void stopsWhenItIsWithdrawnAndCanBeSignedAnew() {
        ChangeRequest change = Changes.begun(ChangeType.NORMAL);

        change.withdraw(by(AUTHORITY));
        assertThat(objection(change, binding(SERVER_1), NOW)).isEqualTo("authorization-withdrawn");

        change.authorize(AUTHORITY, Changes.envelope(), null, by(AUTHORITY));
        assertThat(objection(change, binding(SERVER_1), NOW)).isEqualTo("not-confirmed");
        assertThat(change.state()).isEqualTo(ChangeState.IN_IMPLEMENTATION);
        assertThat(change.authorizations()).hasSize(2);
        assertThat(change.authorizations().get(0).stateAt(NOW)).isEqualTo(AuthorizationState.VOID);
    }

    @Test
    void isVoidOnceTheChangeEnded() {
        assertThat(objection(Changes.in(ChangeState.CLOSED, ChangeType.NORMAL), binding(SERVER_1), NOW))
                .isEqualTo("authorization-void");
        ChangeRequest cancelled = Changes.authorized(ChangeType.NORMAL);
        cancelled.cancel(by(AUTHORITY));
        assertThat(objection(cancelled, binding(SERVER_1), NOW)).isEqualTo("authorization-void");
    }

    @Test
    void goesOnAfterItsWindowWasExtended() {
        ChangeRequest change = Changes.begun(ChangeType.NORMAL);

        change.extendWindow(AUTHORITY, OVER.plus(Duration.ofHours(1)), at(AUTHORITY, OVER.plusSeconds(1)));

        assertThat(objection(change, binding(SERVER_1), OVER.plusSeconds(2))).isNull();
        assertThatThrownBy(() -> change.extendWindow(AUTHORITY, NOW, by(AUTHORITY)))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void bindsOnlyWhatLiesInsideTheEnvelope() {
        ChangeRequest change = Changes.scheduled(ChangeType.NORMAL);

        assertThatThrownBy(() -> change.confirm(binding(SERVER_1, "SRV-000009"), by(OWNER)))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("SRV-000009");
        assertThatThrownBy(() -> change.confirm(
                        new Binding("DEP-000001", Changes.PACKAGE, "cart", "9", Set.of(SERVER_1), Changes.PLAN),
                        by(OWNER)))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("4.2.8");
        assertThatThrownBy(() -> change.confirm(binding(SERVER_1), at(OWNER, OVER)))
                .isInstanceOf(IllegalTransition.class);

        change.confirm(binding(SERVER_1), by(OWNER));
        assertThat(signed(change).servers())
                .filteredOn(AuthorizedServer::bound)
                .extracting(AuthorizedServer::server)
                .containsExactly(SERVER_1);
    }

    @Test
    void takesInServersThatJoinedAndBindsThemByTheNextConfirmation() {
        ChangeRequest change = Changes.confirmed(ChangeType.NORMAL);

        change.addTargets(AUTHORITY, List.of(new Envelope.Member("SRV-000009", true)), by(AUTHORITY));
        assertThat(signed(change).serverNumbers()).containsExactlyInAnyOrder(SERVER_1, SERVER_2, "SRV-000009");
        assertThat(signed(change).servers())
                .filteredOn(AuthorizedServer::bound)
                .extracting(AuthorizedServer::server)
                .doesNotContain("SRV-000009");

        change.confirm(binding(SERVER_1, "SRV-000009"), by(OWNER));
        assertThat(signed(change).servers())
                .filteredOn(AuthorizedServer::bound)
                .extracting(AuthorizedServer::server)
                .containsExactlyInAnyOrder(SERVER_1, "SRV-000009");
    }

    @Test
    void stopsWhenNobodySecondedInTimeWhatOnePersonSignedAlone() {
        ChangeRequest change = Changes.authorizedAlone();
        change.coordinate(Changes.MANAGER, by(OWNER));
        change.confirm(binding(SERVER_1), by(OWNER));
        Instant due = NOW.plus(Duration.ofMinutes(30));

        assertThat(objection(change, binding(SERVER_1), due.minusSeconds(1))).isNull();
        assertThat(objection(change, binding(SERVER_1), due)).isEqualTo("break-glass-not-seconded");

        change.second(SECOND, at(SECOND, due.plusSeconds(5)));
        assertThat(objection(change, binding(SERVER_1), due.plusSeconds(6))).isNull();
        assertThatThrownBy(() -> change.second(SECOND, by(SECOND))).isInstanceOf(Conflict.class);
    }

    @Test
    void isNeverSignedTwiceAtATime() {
        ChangeRequest change = Changes.authorized(ChangeType.NORMAL);

        assertThatThrownBy(() -> change.authorize(AUTHORITY, Changes.envelope(), null, by(AUTHORITY)))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("stands");
    }

    @Test
    void signsTheSameTextForTheSameEnvelope() {
        String digest = signed(Changes.authorized(ChangeType.NORMAL)).envelopeDigest();

        assertThat(digest)
                .hasSize(64)
                .isEqualTo(signed(Changes.authorized(ChangeType.NORMAL)).envelopeDigest());
    }

    private static String objection(ChangeRequest change, Binding binding, Instant now) {
        return signed(change)
                .standing()
                .objection(binding, now)
                .map(Objection::key)
                .orElse(null);
    }

    private static Authorization signed(ChangeRequest change) {
        return change.authorization().orElseThrow();
    }
}
