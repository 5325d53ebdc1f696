package io.throughline.web.incident;

import io.throughline.identity.domain.Right;
import io.throughline.incident.service.group.SupportGroupCommand;
import io.throughline.incident.service.group.SupportGroupService;
import io.throughline.incident.service.group.SupportGroupView;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.web.page.RecordPage;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** One group and its members. */
@Named
@ViewScoped
public class GroupPage extends RecordPage {

    private static final long serialVersionUID = 1L;

    @Inject
    transient SupportGroupService groups;

    private transient SupportGroupView view;

    @Override
    protected RecordKind kind() {
        return RecordKind.SUPPORT_GROUP;
    }

    @Override
    public void load() {
        view = groups.get(record());
        opened(
                view.version(),
                possible(view.active() ? "ACTIVE" : "RETIRED", List.of("CORRECT"))
                        .need(Right.PERSON_MAINTAIN, "CORRECT"),
                null,
                "CORRECT");
        input.set("CORRECT", "name", view.name());
        input.set("CORRECT", "description", view.description());
        input.set("CORRECT", "members", view.members());
        input.set("CORRECT", "active", view.active());
    }

    public String correct() {
        return tried("CORRECT", SupportGroupCommand.class, groups::correct);
    }

    public SupportGroupView getView() {
        return view;
    }
}
