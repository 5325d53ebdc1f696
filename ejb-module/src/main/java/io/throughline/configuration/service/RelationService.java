package io.throughline.configuration.service;

import io.throughline.audit.service.AuditEntry;
import io.throughline.audit.service.AuditTrail;
import io.throughline.audit.service.RefusalRecorder;
import io.throughline.configuration.domain.Relation;
import io.throughline.configuration.domain.RelationRepository;
import io.throughline.configuration.domain.RelationType;
import io.throughline.identity.domain.Right;
import io.throughline.identity.service.Authority;
import io.throughline.kernel.domain.Page;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.refusal.Conflict;
import io.throughline.kernel.service.Commands;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps the relations between things. */
@Stateless
@Interceptors(RefusalRecorder.class)
public class RelationService {

    @Inject
    RelationRepository relations;

    @Inject
    ConfigurationItems items;

    @Inject
    Authority authority;

    @Inject
    AuditTrail trail;

    @Inject
    Commands commands;

    public RelationView relate(RelationCommand command) {
        authority.require(Right.CONFIGURATION_MAINTAIN);
        commands.valid(command);
        RecordNumber from = RecordNumber.parse("from", command.from());
        RecordNumber to = RecordNumber.parse("to", command.to());
        return RelationView.from(related(command.type(), from, to));
    }

    /** Servers that are related to the service as its providers. */
    public Set<RecordNumber> providers(RecordNumber service) {
        authority.require(Right.RECORD_READ);
        return relations.activeTo(RelationType.PROVIDES, service).stream()
                .map(relation -> RecordNumber.parse(relation.from()))
                .collect(Collectors.toSet());
    }

    /** As {@link #relate(RelationCommand)}. */
    public RelationView relate(RelationType type, RecordNumber from, RecordNumber to) {
        authority.require(Right.CONFIGURATION_MAINTAIN);
        return RelationView.from(related(type, from, to));
    }

    private Relation related(RelationType type, RecordNumber from, RecordNumber to) {
        relations.active(type, from, to).ifPresent(known -> {
            throw new Conflict(
                    "relation-holds",
                    "%s already says that %s %s %s.".formatted(known.number(), from, type, to),
                    Map.of("record", known.number().toString()));
        });
        Relation made = trail.create(
                AuditEntry.of("relation.relate").by(Right.CONFIGURATION_MAINTAIN),
                deed -> new Relation(relations.nextNumber(), type, from, to, deed));
        items.requireKnown("from", from);
        items.requireKnown("to", to);
        return made;
    }

    /**
     * @param command why it no longer holds, or null
     */
    public RelationView end(RecordNumber number, long version, ReasonCommand command) {
        authority.require(Right.CONFIGURATION_MAINTAIN);
        Relation relation = relations.require(number, version);
        return RelationView.from(trail.change(
                relation,
                AuditEntry.of("relation.end")
                        .by(Right.CONFIGURATION_MAINTAIN)
                        .because(
                                command == null ? null : commands.valid(command).reason()),
                relation::end));
    }

    public RelationView get(RecordNumber number) {
        authority.require(Right.RECORD_READ);
        return RelationView.from(relations.require(number));
    }

    /**
     * @param of number of the record at which they begin or end; null for all
     */
    public Page<RelationView> page(RecordNumber of, Long before, int size) {
        authority.require(Right.RECORD_READ);
        return relations.page(of, before, size).map(RelationView::from);
    }
}
