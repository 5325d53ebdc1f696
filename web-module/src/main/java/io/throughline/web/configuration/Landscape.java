package io.throughline.web.configuration;

import io.throughline.configuration.service.ApplicationService;
import io.throughline.configuration.service.ItServiceService;
import io.throughline.configuration.service.NamedItemView;
import io.throughline.configuration.service.OrganisationService;
import io.throughline.configuration.service.ServerService;
import io.throughline.configuration.service.ServerView;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.refusal.NotFound;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The things of the configuration during one request: by name for reading, as lists for choosing. */
@Named
@RequestScoped
public class Landscape {

    private static final int MOST = 500;

    @Inject
    OrganisationService organisations;

    @Inject
    ItServiceService services;

    @Inject
    ApplicationService applications;

    @Inject
    ServerService servers;

    private final Map<String, String> names = new HashMap<>();

    /** Name of an organisation, service, application or server; the number itself when it is none of these. */
    public String name(String number) {
        return number == null ? "" : names.computeIfAbsent(number, this::find);
    }

    private String find(String text) {
        RecordNumber number = RecordNumber.parse(text);
        try {
            return switch (number.kind()) {
                case ORGANISATION -> organisations.get(number).name();
                case SERVICE -> services.get(number).name();
                case APPLICATION -> applications.get(number).name();
                case SERVER -> servers.get(number).name();
                default -> text;
            };
        } catch (NotFound unknown) {
            return text;
        }
    }

    public List<SelectItem> getServices() {
        return services.page(null, null, MOST).items().stream()
                .map(service -> new SelectItem(service.number(), service.name()))
                .sorted(Comparator.comparing(SelectItem::getLabel))
                .toList();
    }

    public List<SelectItem> getOrganisations() {
        return items(organisations.page(null, null, MOST).items());
    }

    public List<SelectItem> getApplications() {
        return items(applications.page(null, null, MOST).items());
    }

    /** Servers on which packages are tried first. */
    public List<SelectItem> getTestServers() {
        return servers.active().stream()
                .filter(ServerView::testServer)
                .map(server -> new SelectItem(server.number(), server.name()))
                .toList();
    }

    /** Active servers that provide a service; all active ones when no service is given. */
    public List<SelectItem> serversOf(String service) {
        List<ServerView> found = service == null ? servers.active() : servers.providing(RecordNumber.parse(service));
        return found.stream()
                .map(server -> new SelectItem(server.number(), server.name()))
                .sorted(Comparator.comparing(SelectItem::getLabel))
                .toList();
    }

    private static List<SelectItem> items(List<NamedItemView> found) {
        return found.stream()
                .map(item -> new SelectItem(item.number(), item.name()))
                .sorted(Comparator.comparing(SelectItem::getLabel))
                .toList();
    }
}
