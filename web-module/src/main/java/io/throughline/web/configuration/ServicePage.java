package io.throughline.web.configuration;

import io.throughline.configuration.service.ItServiceCommand;
import io.throughline.configuration.service.ItServiceService;
import io.throughline.configuration.service.ItServiceView;
import io.throughline.configuration.service.ServerService;
import io.throughline.configuration.service.ServerView;
import io.throughline.identity.domain.Right;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.web.page.RecordPage;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;

/** One service: its front door, the servers that provide it. */
@Named
@ViewScoped
public class ServicePage extends RecordPage {

    private static final long serialVersionUID = 1L;

    @Inject
    transient ItServiceService services;

    @Inject
    transient ServerService servers;

    private transient ItServiceView view;
    private transient List<ServerView> providing;

    @Override
    protected RecordKind kind() {
        return RecordKind.SERVICE;
    }

    @Override
    public void load() {
        view = services.get(record());
        providing = servers.providing(record());
        opened(
                view.version(),
                possible("ACTIVE", List.of("CORRECT")).need(Right.CONFIGURATION_MAINTAIN, "CORRECT"),
                null,
                "CORRECT");
        Map<String, Object> form = input.of("CORRECT");
        form.put("name", view.name());
        form.put("description", view.description());
        form.put("capacity_minimumLive", view.capacity().minimumLive());
        if (view.frontDoor() != null) {
            form.put("frontDoor_url", view.frontDoor().url());
            form.put("frontDoor_expectStatus", view.frontDoor().expectStatus());
            form.put("frontDoor_samples", view.frontDoor().samples());
            form.put("frontDoor_minimumSuccessPercent", view.frontDoor().minimumSuccessPercent());
        }
    }

    public String correct() {
        return tried("CORRECT", ItServiceCommand.class, services::correct);
    }

    public ItServiceView getView() {
        return view;
    }

    public List<ServerView> getProviding() {
        return providing;
    }
}
