package io.throughline.incident.service.group;

import io.throughline.audit.service.AuditEntry;
import io.throughline.audit.service.AuditTrail;
import io.throughline.audit.service.RefusalRecorder;
import io.throughline.identity.domain.Person;
import io.throughline.identity.domain.PersonRepository;
import io.throughline.identity.domain.Right;
import io.throughline.identity.service.Authority;
import io.throughline.incident.domain.group.SupportGroup;
import io.throughline.incident.domain.group.SupportGroupRepository;
import io.throughline.kernel.domain.Page;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.refusal.Conflict;
import io.throughline.kernel.domain.refusal.Invalid;
import io.throughline.kernel.service.Commands;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.util.ArrayList;
import java.util.List;

/** Keeps groups: the administrator says which there are and who belongs to them. */
@Stateless
@Interceptors(RefusalRecorder.class)
public class SupportGroupService {

    @Inject
    SupportGroupRepository groups;

    @Inject
    PersonRepository people;

    @Inject
    Authority authority;

    @Inject
    AuditTrail trail;

    @Inject
    Commands commands;

    public SupportGroupView form(SupportGroupCommand command) {
        authority.require(Right.PERSON_MAINTAIN);
        commands.valid(command);
        requirePeople(command.members());
        groups.byName(command.name()).ifPresent(other -> {
            throw Conflict.nameTaken(other.number(), command.name());
        });
        return SupportGroupView.from(trail.create(
                AuditEntry.of("group.form").by(Right.PERSON_MAINTAIN),
                deed -> new SupportGroup(
                        groups.nextNumber(), command.name(), command.description(), command.members())));
    }

    /**
     * @throws Invalid when it names the group otherwise: incidents know it by its name
     */
    public SupportGroupView correct(RecordNumber number, long version, SupportGroupCommand command) {
        authority.require(Right.PERSON_MAINTAIN);
        commands.valid(command);
        SupportGroup group = groups.require(number, version);
        if (!group.name().equals(command.name())) {
            throw Invalid.field("name", "must stay " + group.name());
        }
        requirePeople(command.members());
        return SupportGroupView.from(trail.change(
                group,
                AuditEntry.of("group.correct").by(Right.PERSON_MAINTAIN),
                deed -> group.correct(command.description(), command.members(), command.active())));
    }

    public SupportGroupView get(RecordNumber number) {
        authority.require(Right.RECORD_READ);
        return SupportGroupView.from(groups.require(number));
    }

    /**
     * @param member number of a person who belongs to them; null for all
     */
    public Page<SupportGroupView> page(String member, Long before, int size) {
        authority.require(Right.RECORD_READ);
        return groups.page(member, before, size).map(SupportGroupView::from);
    }

    /** Names of the groups that incidents may be given to. */
    public List<String> names() {
        authority.require(Right.RECORD_READ);
        return groups.activeNames();
    }

    private void requirePeople(List<String> numbers) {
        List<Invalid.FieldError> errors = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            String field = "members[" + i + "]";
            RecordNumber number = RecordNumber.parse(RecordKind.PERSON, field, numbers.get(i));
            if (people.find(number).filter(Person::active).isEmpty()) {
                errors.add(new Invalid.FieldError(field, "must be the number of somebody who works here"));
            }
        }
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
    }
}
