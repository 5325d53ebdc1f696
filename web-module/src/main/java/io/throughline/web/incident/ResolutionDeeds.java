package io.throughline.web.incident;

import io.throughline.incident.service.IncidentCommands;
import io.throughline.incident.service.ResolutionService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** How the incident that is open on the page is diagnosed, resolved and closed. */
@Named
@RequestScoped
public class ResolutionDeeds {

    @Inject
    IncidentPage page;

    @Inject
    ResolutionService resolutions;

    public String startDiagnosis() {
        return page.tried("START_DIAGNOSIS", resolutions::startDiagnosis);
    }

    public String concludeDiagnosis() {
        return page.tried("CONCLUDE_DIAGNOSIS", IncidentCommands.Diagnose.class, resolutions::concludeDiagnosis);
    }

    public String resolve() {
        return page.tried("RESOLVE", IncidentCommands.Resolve.class, resolutions::resolve);
    }

    public String failResolution() {
        return page.tried("FAIL_RESOLUTION", IncidentCommands.Reason.class, resolutions::failResolution);
    }

    public String close() {
        return page.tried("CLOSE", IncidentCommands.Close.class, resolutions::close);
    }

    public String reopen() {
        return page.tried("REOPEN", IncidentCommands.Reason.class, resolutions::reopen);
    }
}
