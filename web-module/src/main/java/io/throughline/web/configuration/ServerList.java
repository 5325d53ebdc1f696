package io.throughline.web.configuration;

import io.throughline.configuration.service.ServerService;
import io.throughline.configuration.service.ServerView;
import io.throughline.kernel.domain.Page;
import io.throughline.web.page.Attempt;
import io.throughline.web.page.Inputs;
import io.throughline.web.page.Show;
import io.throughline.web.page.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** All servers, by name. */
@Named
@RequestScoped
public class ServerList extends NamedListPage<ServerView> {

    @Inject
    ServerService servers;

    @Inject
    Attempt attempt;

    @Inject
    Inputs input;

    @Inject
    Texts texts;

    @Override
    protected Page<ServerView> read(Long from, int size) {
        return servers.page(given(getName()), from, size);
    }

    public String add() {
        return attempt.leading(
                texts.get("configuration.added"),
                () -> Show.redirectTo(
                        servers.register(ServerForm.command(input, "ADD")).number()));
    }
}
