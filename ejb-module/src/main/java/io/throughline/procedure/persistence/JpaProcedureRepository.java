package io.throughline.procedure.persistence;

import io.throughline.kernel.domain.Page;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.persistence.Filter;
import io.throughline.kernel.persistence.JpaRepository;
import io.throughline.procedure.domain.Procedure;
import io.throughline.procedure.domain.ProcedureRepository;
import io.throughline.procedure.domain.ProcedureState;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;

@ApplicationScoped
class JpaProcedureRepository extends JpaRepository<Procedure> implements ProcedureRepository {

    JpaProcedureRepository() {
        super(Procedure.class, RecordKind.PROCEDURE);
    }

    @Override
    public Page<Procedure> page(ProcedureState state, Long before, int size) {
        Filter filter = new Filter().equal("state", state);
        return page(filter.condition(), filter.values(), before, size);
    }

    @Override
    public Optional<Procedure> byName(String name) {
        return list("r.name = :name", Map.of("name", name)).stream().findFirst();
    }
}
