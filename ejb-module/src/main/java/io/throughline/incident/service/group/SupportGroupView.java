package io.throughline.incident.service.group;

import io.throughline.incident.domain.group.SupportGroup;
import java.util.List;

/**
 * A group.
 *
 * @param members numbers of the people who belong to it
 * @param active whether incidents may be given to it
 */
public record SupportGroupView(
        String number, long version, String name, String description, List<String> members, boolean active) {

    static SupportGroupView from(SupportGroup group) {
        return new SupportGroupView(
                group.number().toString(),
                group.version(),
                group.name(),
                group.description(),
                List.copyOf(group.members()),
                group.active());
    }
}
