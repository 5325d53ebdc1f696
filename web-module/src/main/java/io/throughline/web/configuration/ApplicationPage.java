package io.throughline.web.configuration;

import io.throughline.configuration.service.ApplicationService;
import io.throughline.configuration.service.NamedItemCommand;
import io.throughline.configuration.service.NamedItemView;
import io.throughline.identity.domain.Right;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.web.page.RecordPage;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** One application. */
@Named
@ViewScoped
public class ApplicationPage extends RecordPage {

    private static final long serialVersionUID = 1L;

    @Inject
    transient ApplicationService applications;

    private transient NamedItemView view;

    @Override
    protected RecordKind kind() {
        return RecordKind.APPLICATION;
    }

    @Override
    public void load() {
        view = applications.get(record());
        opened(
                view.version(),
                possible("ACTIVE", List.of("CORRECT")).need(Right.CONFIGURATION_MAINTAIN, "CORRECT"),
                null,
                "CORRECT");
        input.set("CORRECT", "name", view.name());
        input.set("CORRECT", "description", view.description());
    }

    public String correct() {
        return tried("CORRECT", NamedItemCommand.class, applications::correct);
    }

    public NamedItemView getView() {
        return view;
    }
}
