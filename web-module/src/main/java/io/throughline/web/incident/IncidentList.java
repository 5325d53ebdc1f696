package io.throughline.web.incident;

import io.throughline.incident.domain.IncidentSelection;
import io.throughline.incident.domain.IncidentState;
import io.throughline.incident.service.IncidentCommands;
import io.throughline.incident.service.IncidentService;
import io.throughline.incident.service.IncidentView;
import io.throughline.kernel.domain.Page;
import io.throughline.web.page.Attempt;
import io.throughline.web.page.Inputs;
import io.throughline.web.page.ListPage;
import io.throughline.web.page.Show;
import io.throughline.web.page.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.Map;

/** Incidents, newest first: all, a group's queue, or one's own. */
@Named
@RequestScoped
public class IncidentList extends ListPage<IncidentView> {

    @Inject
    IncidentService incidents;

    @Inject
    Attempt attempt;

    @Inject
    Inputs input;

    @Inject
    Texts texts;

    private final Map<String, String> filter = new HashMap<>();

    @Override
    protected Page<IncidentView> read(Long from, int size) {
        return incidents.page(
                new IncidentSelection(
                        given(IncidentState.class, filter.get("state")),
                        given(filter.get("group")),
                        given(filter.get("queueOf")),
                        given(filter.get("assignee")),
                        given(filter.get("service")),
                        given(filter.get("change"))),
                from,
                size);
    }

    public String log() {
        return attempt.leading(
                texts.get("incident.logged"),
                () -> Show.redirectTo(incidents
                        .log(input.as("LOG", IncidentCommands.Log.class))
                        .number()));
    }

    public Map<String, String> getFilter() {
        return filter;
    }
}
