package io.throughline.web.configuration;

import io.throughline.configuration.service.ApplicationService;
import io.throughline.configuration.service.NamedItemCommand;
import io.throughline.configuration.service.NamedItemView;
import io.throughline.kernel.domain.Page;
import io.throughline.web.page.Attempt;
import io.throughline.web.page.Inputs;
import io.throughline.web.page.Show;
import io.throughline.web.page.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** All applications, by name. */
@Named
@RequestScoped
public class ApplicationList extends NamedListPage<NamedItemView> {

    @Inject
    ApplicationService applications;

    @Inject
    Attempt attempt;

    @Inject
    Inputs input;

    @Inject
    Texts texts;

    @Override
    protected Page<NamedItemView> read(Long from, int size) {
        return applications.page(given(getName()), from, size);
    }

    public String add() {
        return attempt.leading(
                texts.get("configuration.added"),
                () -> Show.redirectTo(applications
                        .add(input.as("ADD", NamedItemCommand.class))
                        .number()));
    }
}
