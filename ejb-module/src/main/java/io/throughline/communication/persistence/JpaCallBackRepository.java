package io.throughline.communication.persistence;

import io.throughline.communication.domain.CallBack;
import io.throughline.communication.domain.CallBackRepository;
import io.throughline.communication.domain.CallBackState;
import io.throughline.kernel.domain.Page;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.persistence.Filter;
import io.throughline.kernel.persistence.JpaRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

@ApplicationScoped
class JpaCallBackRepository extends JpaRepository<CallBack> implements CallBackRepository {

    JpaCallBackRepository() {
        super(CallBack.class, RecordKind.CALL_BACK);
    }

    @Override
    public Page<CallBack> page(CallBackState state, String record, Long before, int size) {
        Filter filter = new Filter().equal("state", state).equal("record", record);
        return page(filter.condition(), filter.values(), before, size);
    }

    @Override
    public boolean knows(String occasion) {
        return !list("r.occasion = :occasion", Map.of("occasion", occasion)).isEmpty();
    }
}
