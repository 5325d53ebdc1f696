package io.throughline.incident.service.group;

import io.throughline.kernel.domain.PlainText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * A group as it is to be.
 *
 * @param name by which incidents name it; it stays
 * @param members numbers of the people who belong to it; nobody when null
 * @param active whether incidents may be given to it; so it is when null
 */
public record SupportGroupCommand(
        @NotNull @PlainText(max = 80) String name,
        @PlainText(max = 4000, multiline = true) String description,
        @Size(max = 500) List<@NotNull @Size(max = 24) String> members,
        Boolean active) {

    public SupportGroupCommand {
        members = members == null ? List.of() : members;
        active = active == null || active;
    }
}
