package io.throughline.web.batch;

import io.throughline.kernel.domain.Page;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.operation.service.ScheduleRunView;
import io.throughline.operation.service.ScheduleService;
import io.throughline.web.page.ListPage;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What came of the times of one schedule, newest first. */
@Named
@RequestScoped
public class ScheduleRunList extends ListPage<ScheduleRunView> {

    @Inject
    ScheduleService schedules;

    private RecordNumber schedule;

    @Override
    protected Page<ScheduleRunView> read(Long from, int size) {
        return schedules.runs(schedule, from, size);
    }

    /**
     * @param number of the schedule
     */
    public void show(String number) {
        schedule = RecordNumber.parse(RecordKind.SCHEDULE, "number", number);
        load();
    }
}
