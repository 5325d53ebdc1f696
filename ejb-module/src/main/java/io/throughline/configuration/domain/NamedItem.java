package io.throughline.configuration.domain;

import io.throughline.kernel.domain.AuditedRoot;
import io.throughline.kernel.domain.Facts;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.refusal.Invalid;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;

/** Something in the configuration that people know by a name, unique among its kind. */
@MappedSuperclass
public abstract class NamedItem extends AuditedRoot {

    @Column(name = "item_name", nullable = false, unique = true)
    private String name;

    private String description;

    protected NamedItem() {}

    protected NamedItem(RecordNumber number) {
        super(number);
    }

    protected final void call(String newName, String newDescription) {
        if (newName == null || newName.isBlank()) {
            throw Invalid.field("name", "must not be empty");
        }
        this.name = newName;
        this.description = newDescription;
    }

    @Override
    public Facts facts() {
        return Facts.of().put("name", name).put("description", description);
    }

    public String name() {
        return name;
    }

    public String description() {
        return description;
    }
}
