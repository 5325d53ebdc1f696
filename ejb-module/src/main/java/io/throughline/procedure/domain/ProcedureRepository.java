package io.throughline.procedure.domain;

import io.throughline.kernel.domain.Page;
import io.throughline.kernel.domain.Repository;
import java.util.Optional;

/** Where documented procedures are kept. */
public interface ProcedureRepository extends Repository<Procedure> {

    /**
     * @param state only these, or null for all
     */
    Page<Procedure> page(ProcedureState state, Long before, int size);

    Optional<Procedure> byName(String name);
}
