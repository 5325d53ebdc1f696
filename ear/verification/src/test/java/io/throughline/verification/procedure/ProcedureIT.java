package io.throughline.verification.procedure;

import static io.throughline.verification.fixture.Sessions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.identity.domain.Role;
import io.throughline.identity.service.PersonService;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.refusal.Conflict;
import io.throughline.kernel.domain.refusal.Forbidden;
import io.throughline.kernel.domain.refusal.Invalid;
import io.throughline.procedure.domain.ProbeText;
import io.throughline.procedure.domain.ProcedureState;
import io.throughline.procedure.service.ProcedureCommand;
import io.throughline.procedure.service.ProcedureService;
import io.throughline.procedure.service.ProcedureView;
import io.throughline.verification.fixture.Sessions;
import io.throughline.verification.harness.InContainer;
import jakarta.ejb.EJB;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Documented procedures in the database and in the hands of two persons. */
class ProcedureIT extends InContainer {

    @EJB
    private PersonService people;

    @EJB
    private ProcedureService procedures;

    private final String name = "procedure " + UUID.randomUUID();
    private String author;
    private String approver;

    @BeforeEach
    void hire() throws Exception {
        author = Sessions.person(people, Role.INCIDENT_ANALYST, Role.OPERATOR).number();
        approver = Sessions.person(people, Role.OPERATOR).number();
    }

    @Test
    void whoWroteItDoesNotApproveItWhateverHerRoles() throws Exception {
        ProcedureView draft = as(author, () -> procedures.write(command("4.2.8")));

        assertThatThrownBy(() -> as(author, () -> procedures.approve(number(draft), draft.version())))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> as(author, () -> procedures.runnable(number(draft))))
                .isInstanceOf(Conflict.class);

        ProcedureView approved = as(approver, () -> procedures.approve(number(draft), draft.version()));
        assertThat(approved.approvedBy()).isEqualTo(approver);
    }

    @Test
    void whatIsRunIsWhatWasApproved() throws Exception {
        ProcedureView draft = as(author, () -> procedures.write(command("4.2.8")));
        as(approver, () -> procedures.approve(number(draft), draft.version()));

        ProbeText probe =
                as(author, () -> procedures.runnable(number(draft))).probes().get(0);

        assertThat(probe.resolve(Map.of())).containsExactly(Map.entry("level", "4.2.8"));
        assertThatThrownBy(() -> probe.resolve(Map.of("level", "$(reboot)"))).isInstanceOf(Invalid.class);
        assertThat(probe.judge(0, "4.2.7").finding()).isEqualTo("needs the patch");
        assertThat(probe.judge(0, "4.2.8").passing()).isTrue();
    }

    @Test
    void aRevisionReplacesTheProbesAndNeedsANewApproval() throws Exception {
        ProcedureView draft = as(author, () -> procedures.write(command("4.2.8")));
        ProcedureView approved = as(approver, () -> procedures.approve(number(draft), draft.version()));

        ProcedureView revised =
                as(author, () -> procedures.revise(number(approved), approved.version(), command("4.2.9")));

        assertThat(revised.state()).isEqualTo(ProcedureState.DRAFT);
        assertThat(revised.revision()).isEqualTo(2);
        ProcedureView read = as(author, () -> procedures.get(number(revised)));
        assertThat(read.probes())
                .singleElement()
                .satisfies(probe ->
                        assertThat(probe.parameters().get(0).defaultValue()).isEqualTo("4.2.9"));
    }

    @Test
    void everyFieldThatIsWrongIsNamed() {
        ProcedureCommand wrong = new ProcedureCommand(
                name,
                null,
                List.of(new ProcedureCommand.Probe(
                        "level",
                        "cat version",
                        List.of(new ProcedureCommand.Parameter("Level!", "string", true, null, null, null, null)),
                        List.of(new ProcedureCommand.Finding("(", "broken", null)),
                        false)));

        assertThatThrownBy(() -> as(author, () -> procedures.write(wrong)))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        refusal -> assertThat(refusal.errors())
                                .extracting(Invalid.FieldError::field)
                                .containsExactly(
                                        "probes[0].readOnly",
                                        "probes[0].parameters[0].name",
                                        "probes[0].findings[0].when"));
    }

    private ProcedureCommand command(String level) {
        return new ProcedureCommand(
                name,
                "Looks at the level and changes nothing",
                List.of(new ProcedureCommand.Probe(
                        "level",
                        "grep -c \"$THROUGHLINE_PARAM_LEVEL\" version",
                        List.of(new ProcedureCommand.Parameter("level", "version", false, level, null, null, null)),
                        List.of(
                                new ProcedureCommand.Finding("^4\\.2\\.7", "needs the patch", null),
                                new ProcedureCommand.Finding("^4\\.2\\.8", "patched", false)),
                        null)));
    }

    private static RecordNumber number(ProcedureView procedure) {
        return RecordNumber.parse(procedure.number());
    }
}
