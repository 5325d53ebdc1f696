package io.throughline.configuration.domain;

import io.throughline.kernel.domain.Page;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.Repository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Where relations are kept. */
public interface RelationRepository extends Repository<Relation> {

    Optional<Relation> active(RelationType type, RecordNumber from, RecordNumber to);

    /** Active relations that begin or end at one of these records. */
    List<Relation> activeAt(Collection<String> numbers);

    /** Active relations of this type that end at this record. */
    List<Relation> activeTo(RelationType type, RecordNumber to);

    /**
     * @param of number of the record at which they begin or end; null for all
     */
    Page<Relation> page(RecordNumber of, Long before, int size);
}
