package io.throughline.configuration.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.kernel.domain.Deed;
import io.throughline.kernel.domain.ExpectedTransitions;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.refusal.IllegalTransition;
import io.throughline.kernel.domain.refusal.Invalid;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RelationTest {

    private static final Deed DEED = new Deed("PER-000001", Instant.parse("2026-03-01T09:00:00Z"), null);

    @ParameterizedTest
    @EnumSource(RelationType.class)
    void joinsOnlyTheKindsOfItsType(RelationType type) {
        for (RecordKind from : RecordKind.values()) {
            for (RecordKind to : RecordKind.values()) {
                if (type.from().contains(from) && type.to().contains(to)) {
                    assertThat(relation(type, from, to).state()).isEqualTo(RelationState.ACTIVE);
                } else {
                    assertThatThrownBy(() -> relation(type, from, to)).isInstanceOf(Invalid.class);
                }
            }
        }
    }

    static Stream<Arguments> everyStateAndVerb() {
        return ExpectedTransitions.pairs(RelationState.class, RelationVerb.class, """
                ACTIVE: END>ENDED
                ENDED:
                """);
    }

    @ParameterizedTest(name = "{1} when {0} leads to {2}")
    @MethodSource("everyStateAndVerb")
    void endsOnceAndIsKept(RelationState from, RelationVerb verb, RelationState expected) {
        Relation relation = relation(RelationType.PROVIDES, RecordKind.SERVER, RecordKind.SERVICE);
        if (from == RelationState.ENDED) {
            relation.end(DEED);
        }

        if (expected == null) {
            assertThatThrownBy(() -> relation.end(DEED.because("again"))).isInstanceOf(IllegalTransition.class);
        } else {
            assertThat(verb).isEqualTo(RelationVerb.END);
            relation.end(DEED);
        }
        assertThat(relation.state()).isEqualTo(RelationState.ENDED);
        assertThat(relation.endedAt()).isEqualTo(DEED.at());
    }

    private static Relation relation(RelationType type, RecordKind from, RecordKind to) {
        return new Relation(RecordKind.RELATION.number(1), type, from.number(1), to.number(2), DEED);
    }
}
