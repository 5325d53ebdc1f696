package io.throughline.configuration.domain.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.kernel.domain.Deed;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.refusal.IllegalTransition;
import io.throughline.kernel.domain.refusal.Invalid;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ServerTest {

    private static final Deed DEED = new Deed("PER-000001", Instant.parse("2026-03-01T09:00:00Z"), "because");

    private static final Map<ServerState, Map<ServerVerb, ServerState>> EXPECTED = Map.of(
            ServerState.ACTIVE,
            Map.of(
                    ServerVerb.CORRECT, ServerState.ACTIVE,
                    ServerVerb.PROTECT, ServerState.ACTIVE,
                    ServerVerb.UNPROTECT, ServerState.ACTIVE,
                    ServerVerb.REPORT_INSTALLED, ServerState.ACTIVE,
                    ServerVerb.RETIRE, ServerState.RETIRED),
            ServerState.RETIRED,
            Map.of(ServerVerb.CORRECT, ServerState.RETIRED, ServerVerb.REINSTATE, ServerState.ACTIVE));

    static Stream<Arguments> everyPair() {
        return Stream.of(ServerState.values())
                .flatMap(state -> Stream.of(ServerVerb.values())
                        .filter(verb -> verb != ServerVerb.REGISTER)
                        .map(verb -> Arguments.of(state, verb)));
    }

    @ParameterizedTest(name = "{1} when {0}")
    @MethodSource("everyPair")
    void allowsExactlyWhatTheTableSays(ServerState state, ServerVerb verb) {
        Server server = in(state);
        ServerState expected = EXPECTED.get(state).get(verb);

        if (expected == null) {
            assertThatThrownBy(() -> perform(server, verb))
                    .isInstanceOfSatisfying(
                            IllegalTransition.class,
                            refusal -> assertThat(refusal.facts())
                                    .containsEntry("state", state.name())
                                    .containsEntry("verb", verb.name()));
            assertThat(server.state()).isEqualTo(state);
        } else {
            perform(server, verb);
            assertThat(server.state()).isEqualTo(expected);
        }
    }

    @Test
    void keepsOneVersionOfAProduct() {
        Server server = in(ServerState.ACTIVE);

        server.reportInstalled(new InstalledProduct("cart", "4.2.7", DEED.at(), null), DEED);
        server.reportInstalled(new InstalledProduct("cart", "4.2.8", DEED.at(), "CHG-000001"), DEED);

        assertThat(server.installed()).singleElement().satisfies(product -> {
            assertThat(product.version()).isEqualTo("4.2.8");
            assertThat(product.byChange()).isEqualTo("CHG-000001");
        });
    }

    @Test
    void remembersWhyNobodyMayTouchIt() {
        Server server = in(ServerState.ACTIVE);

        server.protect(DEED.because("stocktaking"));
        assertThat(server.protectedBecause()).contains("stocktaking");

        server.unprotect(DEED);
        assertThat(server.protectedBecause()).isEmpty();
    }

    @Test
    void refusesEveryFieldThatItCannotTake() {
        assertThatThrownBy(() -> new ServerDetails(
                        "Bad Name", null, null, Map.of("a b", "c"), "x;rm -rf", 70000, "root;", "0", "AAAA", false))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        refusal -> assertThat(refusal.errors())
                                .extracting(Invalid.FieldError::field)
                                .containsExactlyInAnyOrder(
                                        "name", "address", "user", "probeUser", "hostKey", "port", "labels"));
    }

    private static Server in(ServerState state) {
        Server server = new Server(RecordKind.SERVER.number(1), details(), List.of(), DEED);
        if (state == ServerState.RETIRED) {
            server.retire(DEED);
        }
        return server;
    }

    private static void perform(Server server, ServerVerb verb) {
        switch (verb) {
            case CORRECT -> server.correct(details(), DEED);
            case PROTECT -> server.protect(DEED);
            case UNPROTECT -> server.unprotect(DEED);
            case REPORT_INSTALLED ->
                server.reportInstalled(new InstalledProduct("cart", "4.2.8", DEED.at(), null), DEED);
            case RETIRE -> server.retire(DEED);
            case REINSTATE -> server.reinstate(DEED);
            case REGISTER -> throw new IllegalArgumentException("a server is registered once");
        }
    }

    private static ServerDetails details() {
        return new ServerDetails(
                "ams1-cart-01",
                null,
                "ams1",
                Map.of("role", "cart"),
                "127.0.1.1",
                8022,
                "deploy",
                "probe",
                null,
                false);
    }
}
