package io.throughline.web.incident;

import io.throughline.incident.service.diagnosis.DiagnosisJobs;
import io.throughline.web.page.Inputs;
import io.throughline.web.page.Pairs;
import java.util.List;

/** What servers are asked, as a form has it: the procedure's parameters are one line each. */
public record AskForm(String procedure, List<String> servers, String values) {

    static DiagnosisJobs.Ask command(Inputs input, String form) {
        AskForm typed = input.as(form, AskForm.class);
        return new DiagnosisJobs.Ask(typed.procedure, typed.servers, null, Pairs.of("values", typed.values));
    }
}
