package io.throughline.web.batch;

import io.throughline.identity.domain.Right;
import io.throughline.kernel.domain.Page;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.operation.domain.Overlap;
import io.throughline.operation.domain.ScheduleState;
import io.throughline.operation.service.NewSchedule;
import io.throughline.operation.service.ScheduleService;
import io.throughline.operation.service.ScheduleView;
import io.throughline.web.page.Attempt;
import io.throughline.web.page.DeedList;
import io.throughline.web.page.Inputs;
import io.throughline.web.page.Possibilities;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;

/** Schedules, newest first: made and ended here. */
@Named
@ViewScoped
public class Schedules extends DeedList<ScheduleView> {

    private static final long serialVersionUID = 1L;
    private static final String PAGE = "/batch/schedules.xhtml?faces-redirect=true";
    private static final String FORM = "SCHEDULE";
    private static final String END = "END";

    /** When a job is to run, as typed. */
    record Timing(Instant once, String cron, String zone, String changeTemplate, Overlap overlap) {}

    @Inject
    transient ScheduleService schedules;

    @Inject
    transient Attempt attempt;

    @Inject
    Inputs input;

    public Schedules() {
        super(END);
    }

    @Override
    protected Possibilities possible(ScheduleView view) {
        return possible(ScheduleState.TRANSITIONS, view.state()).need(Right.JOB_SCHEDULE, END);
    }

    @Override
    protected Page<ScheduleView> read(Long from, int size) {
        return schedules.page(from, size);
    }

    public String add() {
        return attempt.at(PAGE, texts.get("schedule.made"), () -> {
            Timing typed = input.as(FORM, Timing.class);
            return schedules.add(new NewSchedule(
                    input.text(FORM, "job"),
                    JobForm.parameters(input, FORM),
                    typed.once,
                    typed.cron,
                    typed.zone,
                    typed.changeTemplate,
                    typed.overlap));
        });
    }

    public String end(ScheduleView view) {
        return attempt.at(
                PAGE,
                texts.get("schedule.ended", view.number()),
                () -> schedules.end(RecordNumber.parse(view.number()), view.version()));
    }
}
