package io.throughline.operation.domain;

import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.Repository;
import java.time.Instant;
import java.util.List;

/** Where schedules are kept. */
public interface ScheduleRepository extends Repository<Schedule> {

    /** Numbers of the schedules whose time has come. */
    List<RecordNumber> due(Instant now);
}
