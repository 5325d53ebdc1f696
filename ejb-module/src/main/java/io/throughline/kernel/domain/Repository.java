package io.throughline.kernel.domain;

import io.throughline.kernel.domain.refusal.NotFound;
import io.throughline.kernel.domain.refusal.Stale;
import java.util.Optional;

/**
 * Where the records of one kind are kept.
 *
 * @param <R> the record
 */
public interface Repository<R extends AuditedRoot> {

    /** A number for a record that is about to be made. */
    RecordNumber nextNumber();

    Optional<R> find(RecordNumber number);

    /**
     * @throws NotFound when there is no such record
     */
    R require(RecordNumber number);

    /**
     * As {@link #require(RecordNumber)}, for a change of what the caller has read.
     *
     * @param version the version that the caller has read
     * @throws Stale when the record was changed since
     */
    default R require(RecordNumber number, long version) {
        R root = require(number);
        if (root.version() != version) {
            throw new Stale(number, root.version());
        }
        return root;
    }

    /** All records, newest first. */
    Page<R> page(Long before, int size);
}
