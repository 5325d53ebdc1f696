package io.throughline.operation.domain;

import io.throughline.kernel.domain.Page;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.Repository;
import java.time.Instant;
import java.util.List;

/** Where schedules are kept. */
public interface ScheduleRepository extends Repository<Schedule> {

    /** Numbers of the schedules whose time has come, or of which a run waits. */
    List<RecordNumber> due(Instant now);

    /** All that are active, oldest first. */
    List<Schedule> active();

    void keep(ScheduleRun run);

    /** What came of the times of a schedule, newest first. */
    Page<ScheduleRun> runs(RecordNumber schedule, Long before, int size);
}
