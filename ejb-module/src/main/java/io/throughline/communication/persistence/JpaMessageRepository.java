package io.throughline.communication.persistence;

import io.throughline.communication.domain.Message;
import io.throughline.communication.domain.MessageRepository;
import io.throughline.communication.domain.MessageState;
import io.throughline.kernel.domain.Page;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.persistence.Filter;
import io.throughline.kernel.persistence.JpaRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;

@ApplicationScoped
class JpaMessageRepository extends JpaRepository<Message> implements MessageRepository {

    JpaMessageRepository() {
        super(Message.class, RecordKind.MESSAGE);
    }

    @Override
    public Page<Message> page(MessageState state, String record, Long before, int size) {
        Filter filter = new Filter().equal("state", state).equal("record", record);
        return page(filter.condition(), filter.values(), before, size);
    }

    @Override
    public boolean knows(String occasion) {
        return !list("r.occasion = :occasion", Map.of("occasion", occasion)).isEmpty();
    }

    @Override
    public List<RecordNumber> due(Instant now, int most) {
        return entities.createQuery(
                        "SELECT r.id FROM Message r WHERE r.state = :state AND r.nextAttemptAt <= :now ORDER BY r.id",
                        Long.class)
                .setParameter("state", MessageState.PENDING)
                .setParameter("now", now)
                .setMaxResults(most)
                .getResultStream()
                .map(RecordKind.MESSAGE::number)
                .toList();
    }

    @Override
    public List<Message> sending() {
        return list("r.state = :state", Map.of("state", MessageState.SENDING));
    }
}
