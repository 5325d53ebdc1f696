package io.throughline.operation.persistence;

import io.throughline.kernel.domain.Page;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.persistence.JpaRepository;
import io.throughline.operation.domain.Schedule;
import io.throughline.operation.domain.ScheduleRepository;
import io.throughline.operation.domain.ScheduleRun;
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
        return list(
                        "r.state = :state AND (r.next <= :now OR r.queuedFor IS NOT NULL)",
                        Map.of("state", ScheduleState.ACTIVE, "now", now))
                .stream()
                .map(Schedule::number)
                .toList();
    }

    @Override
    public List<Schedule> active() {
        return list("r.state = :state", Map.of("state", ScheduleState.ACTIVE));
    }

    @Override
    public void keep(ScheduleRun run) {
        entities.persist(run);
    }

    @Override
    public Page<ScheduleRun> runs(RecordNumber schedule, Long before, int size) {
        List<ScheduleRun> found = entities.createQuery(
                        "SELECT r FROM ScheduleRun r WHERE r.schedule = :schedule AND r.id < :before ORDER BY r.id DESC",
                        ScheduleRun.class)
                .setParameter("schedule", schedule.toString())
                .setParameter("before", before == null ? Long.MAX_VALUE : before)
                .setMaxResults(size + 1)
                .getResultList();
        return Page.of(found, size, ScheduleRun::id);
    }
}
