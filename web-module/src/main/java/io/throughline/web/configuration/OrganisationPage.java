package io.throughline.web.configuration;

import io.throughline.configuration.service.NamedItemCommand;
import io.throughline.configuration.service.NamedItemView;
import io.throughline.configuration.service.OrganisationService;
import io.throughline.identity.domain.Right;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.web.page.RecordPage;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** One organisation. */
@Named
@ViewScoped
public class OrganisationPage extends RecordPage {

    private static final long serialVersionUID = 1L;

    @Inject
    transient OrganisationService organisations;

    private transient NamedItemView view;

    @Override
    protected RecordKind kind() {
        return RecordKind.ORGANISATION;
    }

    @Override
    public void load() {
        view = organisations.get(record());
        opened(
                view.version(),
                possible("ACTIVE", List.of("CORRECT")).need(Right.CONFIGURATION_MAINTAIN, "CORRECT"),
                null,
                "CORRECT");
        input.set("CORRECT", "name", view.name());
        input.set("CORRECT", "description", view.description());
    }

    public String correct() {
        return tried("CORRECT", NamedItemCommand.class, organisations::correct);
    }

    public NamedItemView getView() {
        return view;
    }
}
