package io.throughline.operation.persistence;

import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.persistence.JpaRepository;
import io.throughline.operation.domain.Schedule;
import io.throughline.operation.domain.ScheduleRepository;
import io.throughline.operation.domain.ScheduleState;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;

@ApplicationScoped
class JpaScheduleRepository extends JpaRepository<Schedule> implements ScheduleRepository {

    JpaScheduleRepository() {
        super(Schedule.class, RecordKind.SCHEDULE);
    }

    @Override
    public List<RecordNumber> due(Instant now) {
        return list("r.state = :state AND r.next <= :now", Map.of("state", ScheduleState.ACTIVE, "now", now)).stream()
                .map(Schedule::number)
                .toList();
    }
}
