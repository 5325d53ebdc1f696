package io.throughline.kernel.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.kernel.domain.refusal.IllegalTransition;
import java.util.List;
import org.junit.jupiter.api.Test;

class TransitionsTest {

    private enum Door {
        OPEN,
        SHUT,
        LOCKED
    }

    private enum Verb {
        SHUT,
        OPEN,
        LOCK,
        PAINT
    }

    private static final RecordNumber RECORD = RecordKind.SERVER.number(1);
    private static final Transitions<Door, Verb> TABLE = Transitions.of(Door.class, Verb.class)
            .row(Door.OPEN, Verb.SHUT, Door.SHUT, Door.LOCKED)
            .rows(Verb.OPEN, Door.OPEN, Door.SHUT)
            .row(Door.SHUT, Verb.LOCK, Door.LOCKED)
            .stays(Verb.PAINT, Door.OPEN, Door.SHUT)
            .build();

    @Test
    void leadsToTheTargetOfTheRow() {
        assertThat(TABLE.after(RECORD, Door.SHUT, Verb.LOCK)).isEqualTo(Door.LOCKED);
        assertThat(TABLE.after(RECORD, Door.SHUT, Verb.PAINT)).isEqualTo(Door.SHUT);
        assertThat(TABLE.after(RECORD, Door.OPEN, Verb.SHUT, Door.LOCKED)).isEqualTo(Door.LOCKED);
    }

    @Test
    void refusesWhatTheStateDoesNotAllowAndSaysWhatItDoes() {
        assertThatThrownBy(() -> TABLE.after(RECORD, Door.SHUT, Verb.SHUT))
                .isInstanceOfSatisfying(
                        IllegalTransition.class,
                        refusal -> assertThat(refusal.facts())
                                .containsEntry("state", "SHUT")
                                .containsEntry("verb", "SHUT")
                                .containsEntry("allowed", List.of("OPEN", "LOCK", "PAINT")))
                .hasMessageContaining("SRV-000001 is SHUT");
    }

    @Test
    void allowsNothingInAStateWithoutRows() {
        assertThat(TABLE.allowed(Door.LOCKED)).isEmpty();
    }

    @Test
    void neverChoosesAmongSeveralTargetsByItself() {
        assertThatThrownBy(() -> TABLE.after(RECORD, Door.OPEN, Verb.SHUT)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> TABLE.after(RECORD, Door.SHUT, Verb.LOCK, Door.OPEN))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesARowThatIsListedTwice() {
        var table = Transitions.of(Door.class, Verb.class).row(Door.OPEN, Verb.SHUT, Door.SHUT);

        assertThatThrownBy(() -> table.row(Door.OPEN, Verb.SHUT, Door.LOCKED))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
