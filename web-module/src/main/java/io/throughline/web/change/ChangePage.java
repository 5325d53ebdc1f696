package io.throughline.web.change;

import io.throughline.change.service.ChangeService;
import io.throughline.change.service.ChangeView;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.web.configuration.ImpactDrawing;
import io.throughline.web.page.RecordPage;
import io.throughline.web.page.Show;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** One change as it is read; what is done with it is in the beans whose names end in Deeds. */
@Named
@ViewScoped
public class ChangePage extends RecordPage {

    private static final long serialVersionUID = 1L;
    private static final Duration PROPOSED_WINDOW = Duration.ofHours(4);

    @Inject
    transient ChangeService changes;

    @Inject
    transient Clock clock;

    private transient ChangeView view;
    private transient ImpactDrawing impact;

    @Override
    protected RecordKind kind() {
        return RecordKind.CHANGE;
    }

    @Override
    public void load() {
        view = changes.get(record());
        impact = view.service() == null && view.targets().isEmpty()
                ? null
                : new ImpactDrawing(changes.impactOf(record()).graph());
        opened(
                view.version(),
                ChangePossibilities.of(view, viewer.getNumber(), (table, state) -> possible(table, state)),
                ChangePossibilities.onward(view),
                ChangePossibilities.OFFERED);
        Instant now = clock.instant();
        for (String verb : new String[] {"AUTHORIZE", "BREAK_GLASS", "CALL_AUTHORITY"}) {
            input.set(verb, "window_from", Show.forField(now));
            input.set(verb, "window_to", Show.forField(now.plus(PROPOSED_WINDOW)));
        }
        input.set("CATEGORIZE", "priority", view.priority());
        input.set("CATEGORIZE", "changeClass", view.changeClass());
        input.set("ACCEPT", "priority", view.priority());
    }

    public ChangeView getView() {
        return view;
    }

    public ImpactDrawing getImpact() {
        return impact;
    }
}
