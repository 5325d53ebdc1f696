package io.throughline.web.configuration;

import io.throughline.configuration.service.ItServiceCommand;
import io.throughline.configuration.service.ItServiceService;
import io.throughline.configuration.service.ItServiceView;
import io.throughline.kernel.domain.Page;
import io.throughline.web.page.Attempt;
import io.throughline.web.page.Inputs;
import io.throughline.web.page.Show;
import io.throughline.web.page.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** All services, by name. */
@Named
@RequestScoped
public class ServiceList extends NamedListPage<ItServiceView> {

    @Inject
    ItServiceService services;

    @Inject
    Attempt attempt;

    @Inject
    Inputs input;

    @Inject
    Texts texts;

    @Override
    protected Page<ItServiceView> read(Long from, int size) {
        return services.page(given(getName()), from, size);
    }

    public String add() {
        return attempt.leading(
                texts.get("configuration.added"),
                () -> Show.redirectTo(
                        services.add(input.as("ADD", ItServiceCommand.class)).number()));
    }
}
