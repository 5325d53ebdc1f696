package io.throughline.web.change;

import io.throughline.change.domain.ChangeSearch;
import io.throughline.change.domain.ChangeState;
import io.throughline.change.domain.ChangeType;
import io.throughline.change.service.ChangeCommands;
import io.throughline.change.service.ChangeService;
import io.throughline.change.service.ChangeView;
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

/** Changes, newest first; a change that follows from no incident is raised here. */
@Named
@RequestScoped
public class ChangeList extends ListPage<ChangeView> {

    @Inject
    ChangeService changes;

    @Inject
    Attempt attempt;

    @Inject
    Inputs input;

    @Inject
    Texts texts;

    private final Map<String, String> filter = new HashMap<>();

    @Override
    protected Page<ChangeView> read(Long from, int size) {
        return changes.page(
                new ChangeSearch(
                        given(ChangeState.class, filter.get("state")),
                        given(ChangeType.class, filter.get("type")),
                        given(filter.get("requester")),
                        given(filter.get("owner")),
                        given(filter.get("incident")),
                        given(filter.get("service")),
                        given(ChangeSearch.Owed.class, filter.get("owed")),
                        given(ChangeSearch.Owed.class, filter.get("overdue"))),
                from,
                size);
    }

    public String raise() {
        return attempt.leading(
                texts.get("change.raised"),
                () -> Show.redirectTo(changes.raise(input.as("RAISE", ChangeCommands.Raise.class))
                        .number()));
    }

    public Map<String, String> getFilter() {
        return filter;
    }
}
