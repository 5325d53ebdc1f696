package io.throughline.configuration.persistence;

import io.throughline.configuration.domain.RelationType;
import io.throughline.configuration.domain.server.Server;
import io.throughline.configuration.domain.server.ServerRepository;
import io.throughline.configuration.domain.server.ServerState;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

@ApplicationScoped
class JpaServerRepository extends JpaNamedItemRepository<Server> implements ServerRepository {

    JpaServerRepository() {
        super(Server.class, RecordKind.SERVER);
    }

    @Override
    public List<Server> providing(RecordNumber service) {
        Set<RecordNumber> providers = entities
                .createQuery(
                        "SELECT r.source FROM Relation r"
                                + " WHERE r.endedAt IS NULL AND r.type = :type AND r.target = :service",
                        String.class)
                .setParameter("type", RelationType.PROVIDES)
                .setParameter("service", service.toString())
                .getResultList()
                .stream()
                .map(RecordNumber::parse)
                .collect(Collectors.toSet());
        return all(providers).stream()
                .filter(server -> server.state() == ServerState.ACTIVE)
                .toList();
    }

    @Override
    public List<Server> all(Collection<RecordNumber> numbers) {
        List<Long> ids = numbers.stream()
                .filter(number -> number.kind() == RecordKind.SERVER)
                .map(RecordNumber::sequence)
                .distinct()
                .toList();
        return inChunks("s.id IN :values", ids);
    }

    @Override
    public List<Server> active() {
        return whole("s.state = :state", Map.of("state", ServerState.ACTIVE));
    }

    @Override
    public List<Server> byNames(Collection<String> names) {
        return inChunks("s.name IN :values", List.copyOf(names));
    }

    private List<Server> inChunks(String condition, List<?> values) {
        List<Server> found = new ArrayList<>();
        for (List<?> chunk : chunks(values)) {
            found.addAll(whole(condition, Map.of("values", chunk)));
        }
        found.sort(Comparator.comparing(server -> server.number().sequence()));
        return found;
    }

    /** Servers with their labels and products, each read for all of them at once. */
    private List<Server> whole(String condition, Map<String, ?> values) {
        TypedQuery<Server> query = entities.createQuery(
                        "SELECT s FROM Server s WHERE " + condition + " ORDER BY s.id", Server.class)
                .setHint("eclipselink.batch.type", "IN")
                .setHint("eclipselink.batch", "s.labels")
                .setHint("eclipselink.batch", "s.installed");
        values.forEach(query::setParameter);
        return query.getResultList();
    }
}
