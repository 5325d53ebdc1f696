package io.throughline.communication.persistence;

import io.throughline.communication.domain.CallBack;
import io.throughline.communication.domain.CallBackRepository;
import io.throughline.communication.domain.CallBackState;
import io.throughline.kernel.domain.Page;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.persistence.Filter;
import io.throughline.kernel.persistence.JpaRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

@ApplicationScoped
class JpaCallBackRepository extends JpaRepository<CallBack> implements CallBackRepository {

    /** Records in one query. */
    private static final int MOST_NAMED = 500;

    JpaCallBackRepository() {
        super(CallBack.class, RecordKind.CALL_BACK);
    }

    @Override
    public Page<CallBack> page(CallBackState state, String record, Long before, int size) {
        Filter filter = new Filter().equal("state", state).equal("record", record);
        return page(filter.condition(), filter.values(), before, size);
    }

    @Override
    public List<CallBack> waiting(Collection<String> records) {
        List<String> all = List.copyOf(records);
        List<CallBack> found = new ArrayList<>();
        for (int from = 0; from < all.size(); from += MOST_NAMED) {
            found.addAll(list(
                    "r.record IN :records AND r.state IN :states",
                    Map.of(
                            "records",
                            all.subList(from, Math.min(all.size(), from + MOST_NAMED)),
                            "states",
                            CallBackState.WAITING)));
        }
        found.sort(Comparator.comparing(call -> call.number().sequence()));
        return found;
    }

    @Override
    public boolean knows(String occasion) {
        return !list("r.occasion = :occasion", Map.of("occasion", occasion)).isEmpty();
    }
}
