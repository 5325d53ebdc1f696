package io.throughline.configuration.service;

import io.throughline.configuration.domain.Relation;
import io.throughline.configuration.domain.RelationState;
import io.throughline.configuration.domain.RelationType;
import io.throughline.configuration.domain.RelationVerb;
import java.time.Instant;
import java.util.List;

/** A relation. */
public record RelationView(
        String number,
        long version,
        RelationState state,
        List<RelationVerb> allowed,
        RelationType type,
        String from,
        String to,
        Instant startedAt,
        Instant endedAt) {

    public static RelationView from(Relation relation) {
        return new RelationView(
                relation.number().toString(),
                relation.version(),
                relation.state(),
                RelationState.TRANSITIONS.allowed(relation.state()),
                relation.type(),
                relation.from(),
                relation.to(),
                relation.startedAt(),
                relation.endedAt());
    }
}
