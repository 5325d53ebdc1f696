package io.throughline.change.domain;

import static io.throughline.change.domain.Changes.SERVER_1;
import static io.throughline.change.domain.Changes.SERVER_2;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.change.domain.authorization.ServerResult;
import io.throughline.kernel.domain.refusal.IllegalTransition;
import io.throughline.kernel.domain.refusal.Invalid;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An outcome reported by hand, about servers. */
class OutcomePolicyTest {

    private final ChangeRequest change = Changes.begun(ChangeType.NORMAL);

    @ParameterizedTest
    @EnumSource(names = {"IMPLEMENTED", "PARTIALLY_IMPLEMENTED"})
    void isTakenForAuthorizedServersOnlyAndSaysWhichTheseAre(Outcome outcome) {
        assertThatThrownBy(() -> OutcomePolicy.results(change, outcome, List.of(SERVER_1, "SRV-000009")))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        refusal -> assertThat(refusal.errors()).singleElement().satisfies(error -> {
                            assertThat(error.field()).isEqualTo("servers[1]");
                            assertThat(error.allowed()).contains(SERVER_1, SERVER_2);
                        }));
        assertThat(OutcomePolicy.results(change, outcome, List.of(SERVER_1)))
                .isEqualTo(Map.of(SERVER_1, ServerResult.DONE));
    }

    @Test
    void countsForEveryAuthorizedServerWhenAllIsImplementedAndNoneIsNamed() {
        assertThat(OutcomePolicy.results(change, Outcome.IMPLEMENTED, null))
                .isEqualTo(Map.of(SERVER_1, ServerResult.DONE, SERVER_2, ServerResult.DONE));
        assertThat(OutcomePolicy.results(change, Outcome.PARTIALLY_IMPLEMENTED, null))
                .isEmpty();
    }

    @Test
    void leavesNoServerDoneWhenItWasBackedOut() {
        ChangeRequest implemented = Changes.carriedOut(ChangeType.NORMAL, Outcome.IMPLEMENTED);

        assertThatThrownBy(() -> OutcomePolicy.results(change, Outcome.BACKED_OUT, List.of(SERVER_1)))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        refusal -> assertThat(refusal.errors())
                                .extracting(Invalid.FieldError::field)
                                .containsExactly("servers"));
        assertThat(OutcomePolicy.results(implemented, Outcome.BACKED_OUT, null))
                .isEqualTo(Map.of(SERVER_1, ServerResult.BACKED_OUT, SERVER_2, ServerResult.BACKED_OUT));
    }

    @Test
    void comesOnlyOfAChangeThatWasBegun() {
        assertThatThrownBy(() ->
                        OutcomePolicy.results(Changes.recorded(ChangeType.NORMAL), Outcome.IMPLEMENTED, List.of()))
                .isInstanceOf(IllegalTransition.class);
    }
}
