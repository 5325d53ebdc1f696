package io.throughline.web.home;

import static io.throughline.web.home.Waiting.COUNTED;

import io.throughline.identity.domain.Right;
import io.throughline.incident.domain.IncidentSelection;
import io.throughline.incident.domain.IncidentState;
import io.throughline.incident.service.IncidentService;
import io.throughline.incident.service.IncidentView;
import io.throughline.web.home.Waiting.Line;
import io.throughline.web.page.Viewer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Incidents that the viewer has, and those that wait for somebody with the viewer's rights. */
@RequestScoped
public class IncidentsWaiting {

    @Inject
    Viewer viewer;

    @Inject
    IncidentService incidents;

    List<Waiting> forViewer() {
        List<Waiting> waiting = new ArrayList<>();
        if (viewer.may(Right.INCIDENT_WORK)) {
            waiting.add(of(
                    "incidents.mine",
                    "/incident/list.xhtml?assignee=" + viewer.getNumber(),
                    IncidentSelection.assignedTo(viewer.getNumber())));
            waiting.add(of(
                    "incidents.myGroups",
                    "/incident/list.xhtml?queueOf=" + viewer.getNumber(),
                    IncidentSelection.waitingFor(viewer.getNumber())));
            waiting.add(inState(IncidentState.LOGGED));
        }
        if (viewer.may(Right.INCIDENT_DIAGNOSE)) {
            waiting.add(inState(IncidentState.CLASSIFIED));
            waiting.add(inState(IncidentState.IN_DIAGNOSIS));
            waiting.add(inState(IncidentState.RESOLUTION_UNSUCCESSFUL));
        }
        if (viewer.may(Right.INCIDENT_WORK)) {
            waiting.add(inState(IncidentState.RESOLUTION_PLANNED));
            waiting.add(inState(IncidentState.RESOLVED));
        }
        return waiting;
    }

    private Waiting inState(IncidentState state) {
        return of("incidents." + state, "/incident/list.xhtml?state=" + state, IncidentSelection.in(state));
    }

    private Waiting of(String key, String link, IncidentSelection selection) {
        return Waiting.of(key, link, incidents.page(selection, null, COUNTED), IncidentsWaiting::line);
    }

    private static Line line(IncidentView view) {
        return new Line(view.number(), view.title(), view.state());
    }
}
