package io.throughline.configuration.persistence;

import io.throughline.configuration.domain.Relation;
import io.throughline.configuration.domain.RelationRepository;
import io.throughline.configuration.domain.RelationType;
import io.throughline.kernel.domain.Page;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.persistence.JpaRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

@ApplicationScoped
class JpaRelationRepository extends JpaRepository<Relation> implements RelationRepository {

    JpaRelationRepository() {
        super(Relation.class, RecordKind.RELATION);
    }

    @Override
    public Optional<Relation> active(RelationType type, RecordNumber from, RecordNumber to) {
        return list("r.activeKey = :key", Map.of("key", Relation.key(type, from, to))).stream()
                .findFirst();
    }

    @Override
    public List<Relation> activeAt(Collection<String> numbers) {
        // Two plain queries: an OR over two columns would keep Derby from using either index.
        Set<Relation> found = new LinkedHashSet<>();
        for (List<String> chunk : JpaNamedItemRepository.chunks(List.copyOf(numbers))) {
            found.addAll(list("r.endedAt IS NULL AND r.source IN :numbers", Map.of("numbers", chunk)));
            found.addAll(list("r.endedAt IS NULL AND r.target IN :numbers", Map.of("numbers", chunk)));
        }
        return List.copyOf(found);
    }

    @Override
    public List<Relation> activeTo(RelationType type, RecordNumber to) {
        return list(
                "r.endedAt IS NULL AND r.type = :type AND r.target = :to", Map.of("type", type, "to", to.toString()));
    }

    @Override
    public Page<Relation> page(RecordNumber of, Long before, int size) {
        return of == null
                ? page(before, size)
                : page("AND (r.source = :of OR r.target = :of)", Map.of("of", of.toString()), before, size);
    }
}
