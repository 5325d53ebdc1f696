package io.throughline.web.incident;

import io.throughline.incident.service.diagnosis.DiagnosisJobs;
import io.throughline.incident.service.diagnosis.DiagnosisReader;
import io.throughline.incident.service.diagnosis.DiagnosisView;
import io.throughline.incident.service.symptom.SymptomService;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.procedure.domain.ProcedureState;
import io.throughline.procedure.service.ProcedureService;
import io.throughline.web.page.Inputs;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** What servers and the front door say about the incident that is open on the page, and how to ask them. */
@Named
@RequestScoped
public class DiagnosisPage {

    private static final int OFFERED = 200;

    @Inject
    IncidentPage page;

    @Inject
    DiagnosisReader reader;

    @Inject
    DiagnosisJobs jobs;

    @Inject
    SymptomService symptoms;

    @Inject
    ProcedureService procedures;

    @Inject
    Inputs input;

    private DiagnosisView view;

    public DiagnosisView getView() {
        if (view == null) {
            view = reader.get(RecordNumber.parse(page.getNumber()));
        }
        return view;
    }

    public List<SelectItem> getProcedures() {
        return procedures.page(ProcedureState.APPROVED, null, OFFERED).items().stream()
                .map(procedure -> new SelectItem(procedure.number(), procedure.name()))
                .toList();
    }

    public String ask() {
        return page.tried(
                "RUN_PROCEDURE", (number, version) -> jobs.request(number, AskForm.command(input, "RUN_PROCEDURE")));
    }

    public String checkSymptom() {
        return page.tried("CHECK_SYMPTOM", symptoms::check);
    }

    /** Takes the servers that the answers show failing into the form that concludes the diagnosis. */
    public void takeFailing() {
        input.set("CONCLUDE_DIAGNOSIS", "affectedServers", List.copyOf(getView().failing()));
    }
}
