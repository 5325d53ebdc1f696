package io.throughline.configuration.service;

import io.throughline.configuration.domain.NamedItem;
import io.throughline.configuration.domain.NamedItemRepository;
import io.throughline.kernel.domain.refusal.Conflict;

/** Names are unique among things of one kind; the database has the last word, this says it clearly. */
final class UniqueNames {

    private UniqueNames() {}

    /**
     * @param self the thing that is to bear the name, null when it is yet to be made
     */
    static <R extends NamedItem> void refuseTaken(NamedItemRepository<R> items, String name, R self) {
        items.byName(name == null ? "" : name).filter(other -> other != self).ifPresent(other -> {
            throw Conflict.nameTaken(other.number(), name);
        });
    }
}
