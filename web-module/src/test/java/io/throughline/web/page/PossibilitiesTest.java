package io.throughline.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.contact.domain.ContactState;
import io.throughline.identity.domain.Right;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PossibilitiesTest {

    private final Texts texts = new Texts();

    private static Viewer viewer(String number, Right... rights) {
        return new Viewer() {
            @Override
            public String getNumber() {
                return number;
            }

            @Override
            public boolean may(Right right) {
                return Set.of(rights).contains(right);
            }
        };
    }

    private Possibilities contactIn(ContactState state, Right... rights) {
        return Possibilities.of(viewer("PER-000001", rights), texts, ContactState.table(), state)
                .need(Right.CONTACT_WORK, "ASSESS", "ROUTE", "CLOSE");
    }

    @Test
    void whatStateAndRightsAllowIsPossible() {
        assertThat(contactIn(ContactState.RECEIVED, Right.CONTACT_WORK).can("ASSESS"))
                .isTrue();
    }

    @Test
    void whatTheStateForbidsSaysWhenItIsPossible() {
        assertThat(contactIn(ContactState.RECEIVED, Right.CONTACT_WORK).whyNot("ROUTE"))
                .isEqualTo("Not while Received; possible when: Assessed.");
    }

    @Test
    void whatTheRightsForbidNamesTheRight() {
        assertThat(contactIn(ContactState.RECEIVED).whyNot("ASSESS"))
                .isEqualTo("Needs the right \"Work at the desk\", which you do not have.");
    }

    @Test
    void fourEyesExcludeThePersonWhoIsTheOther() {
        Possibilities possible =
                contactIn(ContactState.RECEIVED, Right.CONTACT_WORK).exclude("PER-000001", "requester", "ASSESS");

        assertThat(possible.whyNot("ASSESS")).startsWith("Four eyes: you are the requester");
    }

    @Test
    void aVerbThatIsThePagesOwnIsPossibleOnlyWhenThePageSaysSo() {
        assertThat(contactIn(ContactState.RECEIVED).whyNot("CALL")).isEqualTo("Not while Received.");
        assertThat(contactIn(ContactState.RECEIVED).also(true, "CALL").can("CALL"))
                .isTrue();
    }
}
