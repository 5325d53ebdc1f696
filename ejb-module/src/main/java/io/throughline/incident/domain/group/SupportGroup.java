package io.throughline.incident.domain.group;

import io.throughline.kernel.domain.AuditedRoot;
import io.throughline.kernel.domain.Facts;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** People who share a queue of incidents. One that is not active any more keeps what it has and is given nothing. */
@Entity
@Table(name = "support_group")
public class SupportGroup extends AuditedRoot {

    @Column(name = "group_name", nullable = false, unique = true, updatable = false)
    private String name;

    private String description;

    @Column(nullable = false)
    private boolean active;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "support_group_member", joinColumns = @JoinColumn(name = "group_id"))
    @Column(name = "person_number", nullable = false)
    private Set<String> members = new TreeSet<>();

    protected SupportGroup() {}

    /**
     * @param members numbers of the people who belong to it
     */
    public SupportGroup(RecordNumber number, String name, String description, Collection<String> members) {
        super(number);
        this.name = name;
        correct(description, members, true);
    }

    @Override
    public RecordKind kind() {
        return RecordKind.SUPPORT_GROUP;
    }

    @Override
    public Facts facts() {
        return Facts.of()
                .put("name", name)
                .put("description", description)
                .put("active", active)
                .put("members", members().stream().toList());
    }

    /**
     * @param nowActive whether incidents may be given to it
     */
    public final void correct(String newDescription, Collection<String> newMembers, boolean nowActive) {
        this.description = newDescription;
        this.active = nowActive;
        this.members.retainAll(newMembers);
        this.members.addAll(newMembers);
    }

    public String name() {
        return name;
    }

    public String description() {
        return description;
    }

    public boolean active() {
        return active;
    }

    /** Numbers of the people who belong to it, in order. */
    public Set<String> members() {
        return new TreeSet<>(members);
    }
}
