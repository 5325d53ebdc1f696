package io.throughline.web.incident;

import io.throughline.incident.service.group.SupportGroupCommand;
import io.throughline.incident.service.group.SupportGroupService;
import io.throughline.incident.service.group.SupportGroupView;
import io.throughline.kernel.domain.Page;
import io.throughline.web.page.Attempt;
import io.throughline.web.page.Inputs;
import io.throughline.web.page.ListPage;
import io.throughline.web.page.Show;
import io.throughline.web.page.Texts;
import io.throughline.web.page.Viewer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Groups in whose queues incidents wait: all of them to look at, and those that there are to choose from. */
@Named
@RequestScoped
public class GroupList extends ListPage<SupportGroupView> {

    @Inject
    SupportGroupService groups;

    @Inject
    Viewer viewer;

    @Inject
    Attempt attempt;

    @Inject
    Inputs input;

    @Inject
    Texts texts;

    @Override
    protected Page<SupportGroupView> read(Long from, int size) {
        return groups.page(null, from, size);
    }

    public String form() {
        return attempt.leading(
                texts.get("group.formed"),
                () -> Show.redirectTo(
                        groups.form(input.as("FORM", SupportGroupCommand.class)).number()));
    }

    public List<SelectItem> getNames() {
        return groups.names().stream().map(name -> new SelectItem(name, name)).toList();
    }

    /** The queues of the viewer's own groups, as something to choose. */
    public List<SelectItem> getMine() {
        return List.of(new SelectItem(viewer.getNumber(), texts.get("group.mine")));
    }
}
