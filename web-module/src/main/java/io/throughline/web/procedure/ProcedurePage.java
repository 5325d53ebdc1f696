package io.throughline.web.procedure;

import io.throughline.identity.domain.Right;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.procedure.domain.ProcedureState;
import io.throughline.procedure.service.ProcedureService;
import io.throughline.procedure.service.ProcedureView;
import io.throughline.web.page.RecordPage;
import io.throughline.web.page.Show;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.IntStream;

/** One procedure, or a new one: its probes are written here and approved by a second person. */
@Named
@ViewScoped
public class ProcedurePage extends RecordPage {

    private static final long serialVersionUID = 1L;

    @Inject
    transient ProcedureService procedures;

    private transient ProcedureView view;
    private int probes = 1;

    @Override
    protected RecordKind kind() {
        return RecordKind.PROCEDURE;
    }

    @Override
    public void load() {
        view = procedures.get(record());
        opened(
                view.version(),
                possible(ProcedureState.table(), view.state())
                        .need(Right.PROCEDURE_WRITE, "REVISE", "RETIRE")
                        .need(Right.PROCEDURE_APPROVE, "APPROVE")
                        .exclude(view.writtenBy(), "author", "APPROVE"),
                view.state() == ProcedureState.DRAFT ? "APPROVE" : null,
                "APPROVE",
                "REVISE",
                "RETIRE");
        input.set("REVISE", "name", view.name());
        input.set("REVISE", "description", view.description());
        probes = view.probes().size();
        IntStream.range(0, probes)
                .forEach(i -> ProcedureForm.fill(input, i, view.probes().get(i)));
    }

    public String write() {
        return attempt.leading(
                texts.get("procedure.written"),
                () -> Show.redirectTo(procedures
                        .write(ProcedureForm.command(input, "WRITE", probes))
                        .number()));
    }

    public String revise() {
        return tried(
                "REVISE",
                (number, version) ->
                        procedures.revise(number, version, ProcedureForm.command(input, "REVISE", probes)));
    }

    public String approve() {
        return tried("APPROVE", procedures::approve);
    }

    public String retire() {
        return tried("RETIRE", procedures::retire);
    }

    public void addProbe() {
        probes++;
    }

    /** Names of the forms of the probes, to be repeated over. */
    public List<String> getPlaces() {
        return IntStream.range(0, probes).mapToObj(ProcedureForm::probe).toList();
    }

    public ProcedureView getView() {
        return view;
    }
}
