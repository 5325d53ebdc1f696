package io.throughline.web.incident;

import io.throughline.incident.domain.IncidentSelection;
import io.throughline.incident.domain.IncidentState;
import io.throughline.incident.service.IncidentService;
import io.throughline.incident.service.IncidentView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The newest open incidents: a contact may be one more of them. */
@Named
@RequestScoped
public class OpenIncidents {

    private static final int LOOKED_AT = 100;

    @Inject
    IncidentService incidents;

    private List<IncidentView> rows;

    public List<IncidentView> getRows() {
        if (rows == null) {
            rows = incidents.page(IncidentSelection.in(null), null, LOOKED_AT).items().stream()
                    .filter(incident -> IncidentState.OPEN.contains(incident.state()))
                    .toList();
        }
        return rows;
    }

    public List<SelectItem> getAll() {
        return getRows().stream()
                .map(incident -> new SelectItem(incident.number(), incident.number() + "  " + incident.title()))
                .toList();
    }
}
