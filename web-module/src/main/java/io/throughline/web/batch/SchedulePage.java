package io.throughline.web.batch;

import io.throughline.identity.domain.Right;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.operation.domain.JobKind;
import io.throughline.operation.domain.ScheduleState;
import io.throughline.operation.service.CalendarEntry;
import io.throughline.operation.service.ScheduleService;
import io.throughline.operation.service.ScheduleView;
import io.throughline.web.page.RecordPage;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** One schedule: when it starts next, and what came of its times so far. */
@Named
@ViewScoped
public class SchedulePage extends RecordPage {

    private static final long serialVersionUID = 1L;
    private static final int UPCOMING = 10;

    @Inject
    transient ScheduleService schedules;

    private transient ScheduleView view;
    private transient List<CalendarEntry> upcoming;

    @Override
    protected RecordKind kind() {
        return RecordKind.SCHEDULE;
    }

    @Override
    public void load() {
        view = schedules.get(record());
        upcoming = schedules.upcoming(record(), UPCOMING);
        opened(
                view.version(),
                possible(ScheduleState.TRANSITIONS, view.state()).need(Right.JOB_SCHEDULE, "END"),
                null,
                "END");
    }

    public String end() {
        return tried("END", schedules::end);
    }

    public ScheduleView getView() {
        return view;
    }

    public JobKind getKind() {
        return view == null ? null : JobKind.named(view.job());
    }

    public List<CalendarEntry> getUpcoming() {
        return upcoming;
    }
}
