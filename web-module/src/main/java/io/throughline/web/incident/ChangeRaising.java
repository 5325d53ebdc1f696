package io.throughline.web.incident;

import io.throughline.change.service.IncidentChangeService;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.web.page.Attempt;
import io.throughline.web.page.Inputs;
import io.throughline.web.page.Show;
import io.throughline.web.page.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Raises the change that is to settle the incident that is open on the page. */
@Named
@RequestScoped
public class ChangeRaising {

    @Inject
    IncidentPage page;

    @Inject
    IncidentChangeService raising;

    @Inject
    Attempt attempt;

    @Inject
    Inputs input;

    @Inject
    Texts texts;

    public String raise() {
        return attempt.leading(
                texts.get("change.raised"),
                () -> Show.redirectTo(raising.raise(
                                RecordNumber.parse(page.getNumber()),
                                page.getVersion(),
                                input.as("PLAN_RESOLUTION", IncidentChangeService.Raise.class))
                        .number()));
    }
}
