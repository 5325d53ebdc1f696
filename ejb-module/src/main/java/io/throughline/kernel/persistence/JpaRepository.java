package io.throughline.kernel.persistence;

import io.throughline.kernel.domain.AuditedRoot;
import io.throughline.kernel.domain.Page;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.Repository;
import io.throughline.kernel.domain.refusal.NotFound;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the repositories of all kinds have in common. The entity's identity is its {@code id}, the sequence of its
 * number.
 *
 * @param <R> the record
 */
public abstract class JpaRepository<R extends AuditedRoot> implements Repository<R> {

    @Inject
    protected EntityManager entities;

    @Inject
    RecordNumbers numbers;

    private final Class<R> type;
    private final RecordKind kind;

    protected JpaRepository(Class<R> type, RecordKind kind) {
        this.type = type;
        this.kind = kind;
    }

    @Override
    public RecordNumber nextNumber() {
        return numbers.next(kind);
    }

    @Override
    public Optional<R> find(RecordNumber number) {
        return number.kind() == kind ? Optional.ofNullable(entities.find(type, number.sequence())) : Optional.empty();
    }

    @Override
    public R require(RecordNumber number) {
        return find(number)
                .orElseThrow(
                        () -> new NotFound(kind.name().toLowerCase(Locale.ROOT).replace('_', ' '), number));
    }

    @Override
    public Page<R> page(Long before, int size) {
        return page("", Map.of(), before, size);
    }

    /**
     * @param condition JPQL that begins with {@code AND}, over {@code r}; may be empty
     */
    protected Page<R> page(String condition, Map<String, ?> values, Long before, int size) {
        TypedQuery<R> query = entities.createQuery(
                        "SELECT r FROM %s r WHERE r.id < :before %s ORDER BY r.id DESC"
                                .formatted(type.getSimpleName(), condition),
                        type)
                .setParameter("before", before == null ? Long.MAX_VALUE : before)
                .setMaxResults(size + 1);
        values.forEach(query::setParameter);
        return Page.of(query.getResultList(), size, root -> root.number().sequence());
    }

    /**
     * @param condition JPQL over {@code r}
     */
    protected List<R> list(String condition, Map<String, ?> values) {
        TypedQuery<R> query = entities.createQuery(
                "SELECT r FROM %s r WHERE %s ORDER BY r.id".formatted(type.getSimpleName(), condition), type);
        values.forEach(query::setParameter);
        return query.getResultList();
    }
}
