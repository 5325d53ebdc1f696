package io.throughline.web.incident;

import io.throughline.identity.domain.Right;
import io.throughline.incident.domain.IncidentState;
import io.throughline.incident.service.IncidentService;
import io.throughline.incident.service.IncidentView;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.web.page.Possibilities;
import io.throughline.web.page.RecordPage;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** One incident as it is read; what is done with it is in {@link IncidentDeeds} and {@link ResolutionDeeds}. */
@Named
@ViewScoped
public class IncidentPage extends RecordPage {

    private static final long serialVersionUID = 1L;
    private static final String[] DESK = {
        "CLASSIFY", "SUPPORT", "NOTE", "HOLD", "RESUME", "RESOLVE", "FAIL_RESOLUTION", "CLOSE", "REOPEN"
    };
    private static final String[] OFFERED = {
        "CLASSIFY",
        "SUPPORT",
        "ESCALATE",
        "ASSIGN",
        "START_DIAGNOSIS",
        "RUN_PROCEDURE",
        "CONCLUDE_DIAGNOSIS",
        "PLAN_RESOLUTION",
        "CHECK_SYMPTOM",
        "RESOLVE",
        "FAIL_RESOLUTION",
        "CLOSE",
        "REOPEN",
        "NOTE",
        "HOLD",
        "RESUME",
        "DECLARE_MAJOR"
    };

    @Inject
    transient IncidentService incidents;

    private transient IncidentView view;

    @Override
    protected RecordKind kind() {
        return RecordKind.INCIDENT;
    }

    @Override
    public void load() {
        view = incidents.get(record());
        Possibilities possible = possible(IncidentState.table(), view.state())
                .need(Right.INCIDENT_WORK, DESK)
                .need(Right.INCIDENT_WORK, "CHECK_SYMPTOM")
                .needAny("ESCALATE", Right.INCIDENT_WORK, Right.INCIDENT_MANAGE)
                .needAny("ASSIGN", Right.INCIDENT_WORK, Right.INCIDENT_MANAGE)
                .need(Right.INCIDENT_DIAGNOSE, "START_DIAGNOSIS", "RUN_PROCEDURE", "CONCLUDE_DIAGNOSIS")
                .need(Right.CHANGE_REQUEST, "PLAN_RESOLUTION")
                .need(Right.INCIDENT_MANAGE, "DECLARE_MAJOR")
                .also(view.state() == IncidentState.IN_DIAGNOSIS, "RUN_PROCEDURE")
                .hinder(view.diagnosis() == null, "whynot.noDiagnosis", "PLAN_RESOLUTION")
                .hinder(!view.missing().isEmpty(), "whynot.missing", "RESOLVE", "CLOSE");
        opened(view.version(), possible, onward(), OFFERED);
        prefill();
    }

    private String onward() {
        return switch (view.state()) {
            case LOGGED -> "CLASSIFY";
            case CLASSIFIED -> view.escalation() == null ? "SUPPORT" : "START_DIAGNOSIS";
            case IN_DIAGNOSIS -> view.diagnosis() == null ? "CONCLUDE_DIAGNOSIS" : "PLAN_RESOLUTION";
            case RESOLUTION_PLANNED -> view.missing().isEmpty() ? "RESOLVE" : "NOTE";
            case RESOLUTION_UNSUCCESSFUL -> "START_DIAGNOSIS";
            case ON_HOLD -> "RESUME";
            case RESOLVED -> "CLOSE";
            case CLOSED -> null;
        };
    }

    private void prefill() {
        input.set("CLASSIFY", "category", view.category());
        input.set("CLASSIFY", "impact", view.impact());
        input.set("CLASSIFY", "urgency", view.urgency());
        input.set("ASSIGN", "group", view.group());
        input.set("ASSIGN", "person", view.assignee());
        input.set("CLOSE", "resolutionCode", view.resolutionCode());
        input.set("CONCLUDE_DIAGNOSIS", "affectedServers", view.affectedServers());
        if (view.diagnosis() != null) {
            input.set("CONCLUDE_DIAGNOSIS", "finding", view.diagnosis().finding());
            input.set("CONCLUDE_DIAGNOSIS", "cause", view.diagnosis().cause());
            input.set("CONCLUDE_DIAGNOSIS", "wantedProduct", view.diagnosis().wantedProduct());
            input.set("CONCLUDE_DIAGNOSIS", "wantedVersion", view.diagnosis().wantedVersion());
        }
    }

    public IncidentView getView() {
        return view;
    }
}
