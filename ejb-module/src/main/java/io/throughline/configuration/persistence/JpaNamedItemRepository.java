package io.throughline.configuration.persistence;

import io.throughline.configuration.domain.NamedItem;
import io.throughline.configuration.domain.NamedItemRepository;
import io.throughline.kernel.domain.Page;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.persistence.JpaRepository;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the repositories of named things have in common. */
abstract class JpaNamedItemRepository<R extends NamedItem> extends JpaRepository<R> implements NamedItemRepository<R> {

    /** As many values as one IN list takes on both databases without strain. */
    private static final int CHUNK = 500;

    private final Class<R> entity;
    private final RecordKind recordKind;

    JpaNamedItemRepository(Class<R> entity, RecordKind recordKind) {
        super(entity, recordKind);
        this.entity = entity;
        this.recordKind = recordKind;
    }

    @Override
    public Optional<R> byName(String name) {
        return list("r.name = :name", Map.of("name", name)).stream().findFirst();
    }

    @Override
    public Page<R> named(String name, Long before, int size) {
        if (name == null || name.isBlank()) {
            return page(before, size);
        }
        String pattern = "%"
                + name.toLowerCase(Locale.ROOT)
                        .replace("!", "!!")
                        .replace("%", "!%")
                        .replace("_", "!_")
                + "%";
        return page("AND LOWER(r.name) LIKE :pattern ESCAPE '!'", Map.of("pattern", pattern), before, size);
    }

    @Override
    public Map<String, String> namesOf(Collection<String> numbers) {
        Map<String, String> names = new LinkedHashMap<>();
        for (List<Long> ids : chunks(idsOf(numbers))) {
            entities.createQuery(
                            "SELECT r.id, r.name FROM %s r WHERE r.id IN :ids".formatted(entity.getSimpleName()),
                            Object[].class)
                    .setParameter("ids", ids)
                    .getResultList()
                    .forEach(row -> names.put(
                            recordKind.number(((Number) row[0]).longValue()).toString(), (String) row[1]));
        }
        return names;
    }

    private List<Long> idsOf(Collection<String> numbers) {
        return numbers.stream()
                .filter(number -> number.startsWith(recordKind.prefix() + "-"))
                .map(number -> RecordNumber.parse(number).sequence())
                .toList();
    }

    static <T> List<List<T>> chunks(List<T> values) {
        List<List<T>> chunks = new ArrayList<>();
        for (int start = 0; start < values.size(); start += CHUNK) {
            chunks.add(values.subList(start, Math.min(start + CHUNK, values.size())));
        }
        return chunks;
    }
}
