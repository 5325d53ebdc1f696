package io.throughline.contact.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.kernel.domain.ExpectedTransitions;
import io.throughline.kernel.domain.StateChange;
import io.throughline.kernel.domain.refusal.Conflict;
import io.throughline.kernel.domain.refusal.IllegalTransition;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ContactTransitionsTest {

    private static final String EXPECTED = """
            RECEIVED:  ASSESS>ASSESSED REJECT>REJECTED
            ASSESSED:  ASSESS>ASSESSED ROUTE>ROUTED FULFIL>FULFILLED REJECT>REJECTED
            ROUTED:    UNLINK>ASSESSED DOUBT>ROUTED CLOSE_WITH_INCIDENT>CLOSED
            FULFILLED: DOUBT>ASSESSED CLOSE>CLOSED
            REJECTED:  CLOSE>CLOSED
            CLOSED:
            """;

    static Stream<Arguments> everyStateAndVerb() {
        return ExpectedTransitions.pairs(ContactState.class, ContactVerb.class, EXPECTED);
    }

    @ParameterizedTest(name = "{1} when {0} leads to {2}")
    @MethodSource("everyStateAndVerb")
    void everyVerbIsTakenOrRefused(ContactState from, ContactVerb verb, ContactState expected) {
        UserContact contact = ContactFixture.in(from);
        assertThat(contact.state()).isEqualTo(from);
        contact.takePendingChanges();
        if (expected == null) {
            assertThatThrownBy(() -> ContactFixture.perform(contact, verb))
                    .isInstanceOf(IllegalTransition.class)
                    .hasMessageContaining(from.name());
            assertThat(contact.state()).isEqualTo(from);
            assertThat(contact.hasPendingChanges()).isFalse();
        } else {
            ContactFixture.perform(contact, verb);
            assertThat(contact.state()).isEqualTo(expected);
            assertThat(contact.takePendingChanges())
                    .singleElement()
                    .extracting(StateChange::verb, StateChange::from, StateChange::to)
                    .containsExactly(verb.name(), from.name(), expected.name());
        }
    }

    @Test
    void anIncompleteContactIsNotRouted() {
        UserContact contact = ContactFixture.received();
        ContactFixture.assess(contact, false);

        assertThatThrownBy(() -> contact.route(ContactFixture.INCIDENT, ContactFixture.DEED))
                .isInstanceOfSatisfying(
                        Conflict.class, refusal -> assertThat(refusal.key()).isEqualTo("contact-incomplete"));
        assertThat(contact.incident()).isNull();
    }

    @Test
    void anUnlinkedContactBelongsToNoIncident() {
        UserContact contact = ContactFixture.in(ContactState.ROUTED);

        contact.unlink(ContactFixture.DEED);

        assertThat(contact.incident()).isNull();
    }

    @Test
    void theReasonOfARejectionIsKeptForTheCaller() {
        UserContact contact = ContactFixture.in(ContactState.REJECTED);

        assertThat(contact.outcome()).isEqualTo("because");
    }
}
