package io.throughline.web.incident;

import io.throughline.incident.service.IncidentCommands;
import io.throughline.incident.service.IncidentService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What the desk does with the incident that is open on the page. */
@Named
@RequestScoped
public class IncidentDeeds {

    @Inject
    IncidentPage page;

    @Inject
    IncidentService incidents;

    public String classify() {
        return page.tried("CLASSIFY", IncidentCommands.Classify.class, incidents::classify);
    }

    public String support() {
        return page.tried("SUPPORT", IncidentCommands.Support.class, incidents::support);
    }

    public String escalate() {
        return page.tried("ESCALATE", IncidentCommands.Escalate.class, incidents::escalate);
    }

    public String assign() {
        return page.tried("ASSIGN", IncidentCommands.Assign.class, incidents::assign);
    }

    public String note() {
        return page.tried("NOTE", IncidentCommands.Note.class, incidents::note);
    }

    public String hold() {
        return page.tried("HOLD", IncidentCommands.Reason.class, incidents::hold);
    }

    public String resume() {
        return page.tried("RESUME", incidents::resume);
    }

    public String declareMajor() {
        return page.tried("DECLARE_MAJOR", IncidentCommands.Reason.class, incidents::declareMajor);
    }
}
