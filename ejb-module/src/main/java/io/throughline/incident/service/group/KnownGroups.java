package io.throughline.incident.service.group;

import io.throughline.incident.domain.group.SupportGroupRepository;
import io.throughline.kernel.domain.refusal.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Lets incidents be given only to groups that there are. */
@ApplicationScoped
public class KnownGroups {

    @Inject
    SupportGroupRepository groups;

    /**
     * @throws Invalid for the field {@code group}, listing the groups that there are
     */
    public void require(String group) {
        List<String> names = groups.activeNames();
        if (!names.contains(group)) {
            throw Invalid.field(
                    "group",
                    names.isEmpty()
                            ? "must be the name of a group, and there is none yet"
                            : "must be one of " + String.join(", ", names));
        }
    }
}
