package io.throughline.procedure.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.kernel.domain.Deed;
import io.throughline.kernel.domain.ExpectedTransitions;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.refusal.Conflict;
import io.throughline.kernel.domain.refusal.Forbidden;
import io.throughline.kernel.domain.refusal.IllegalTransition;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProcedureTest {

    private static final String EXPECTED = """
            DRAFT:    REVISE>DRAFT APPROVE>APPROVED RETIRE>RETIRED
            APPROVED: REVISE>DRAFT RETIRE>RETIRED
            RETIRED:
            """;

    static Stream<Arguments> everyStateAndVerb() {
        return ExpectedTransitions.pairs(ProcedureState.class, ProcedureVerb.class, EXPECTED);
    }

    @ParameterizedTest(name = "{1} when {0} leads to {2}")
    @MethodSource("everyStateAndVerb")
    void everyVerbIsTakenOrRefused(ProcedureState from, ProcedureVerb verb, ProcedureState expected) {
        Procedure procedure = in(from);
        if (expected == null) {
            assertThatThrownBy(() -> perform(procedure, verb)).isInstanceOf(IllegalTransition.class);
            assertThat(procedure.state()).isEqualTo(from);
        } else {
            perform(procedure, verb);
            assertThat(procedure.state()).isEqualTo(expected);
        }
    }

    @ParameterizedTest(name = "{0} may approve what ada wrote and {1} revised: {2}")
    @CsvSource({"ada, , false", "bob, , true", "ada, bob, true", "bob, bob, false", "cy, bob, true"})
    void whoeverWroteTheCurrentRevisionDoesNotApproveIt(String approver, String reviser, boolean may) {
        Procedure procedure = written("ada");
        if (reviser != null) {
            procedure.revise("ca", null, probes(), by(reviser));
        }
        if (may) {
            procedure.approve(by(approver));
            assertThat(procedure.approvedBy()).isEqualTo(approver);
        } else {
            assertThatThrownBy(() -> procedure.approve(by(approver)))
                    .isInstanceOfSatisfying(
                            Forbidden.class,
                            refusal -> assertThat(refusal.facts()).containsEntry("excludedAs", "author"));
            assertThat(procedure.state()).isEqualTo(ProcedureState.DRAFT);
        }
    }

    @Test
    void aRevisionTakesTheApprovalAway() {
        Procedure procedure = in(ProcedureState.APPROVED);
        procedure.requireApproved();

        procedure.revise("ca", null, probes(), by("ada"));

        assertThat(procedure.approvedBy()).isNull();
        assertThat(procedure.revision()).isEqualTo(2);
        assertThatThrownBy(procedure::requireApproved)
                .isInstanceOfSatisfying(
                        Conflict.class, refusal -> assertThat(refusal.key()).isEqualTo("procedure-not-approved"));
    }

    private static Procedure in(ProcedureState state) {
        Procedure procedure = written("ada");
        if (state == ProcedureState.APPROVED) {
            procedure.approve(by("bob"));
        } else if (state == ProcedureState.RETIRED) {
            procedure.retire(by("ada"));
        }
        return procedure;
    }

    private static void perform(Procedure procedure, ProcedureVerb verb) {
        switch (verb) {
            case WRITE -> throw new IllegalArgumentException("a procedure is written once");
            case REVISE -> procedure.revise("ca", null, probes(), by("ada"));
            case APPROVE -> procedure.approve(by("bob"));
            case RETIRE -> procedure.retire(by("ada"));
        }
    }

    private static Procedure written(String author) {
        return new Procedure(RecordKind.PROCEDURE.number(1), "certificate authority", null, probes(), by(author));
    }

    private static List<ProbeText> probes() {
        return List.of(new ProbeText("level", "cat version", List.of(), List.of()));
    }

    private static Deed by(String actor) {
        return new Deed(actor, Instant.parse("2026-03-02T09:00:00Z"), null);
    }
}
