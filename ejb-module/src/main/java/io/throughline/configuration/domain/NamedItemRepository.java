package io.throughline.configuration.domain;

import io.throughline.kernel.domain.Page;
import io.throughline.kernel.domain.Repository;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * Where named things of one kind are kept.
 *
 * @param <R> the kind
 */
public interface NamedItemRepository<R extends NamedItem> extends Repository<R> {

    Optional<R> byName(String name);

    /**
     * @param name part of the name, any case; null for all
     */
    Page<R> named(String name, Long before, int size);

    /** Names by number, for showing; numbers that are unknown or of another kind are left out. */
    Map<String, String> namesOf(Collection<String> numbers);
}
