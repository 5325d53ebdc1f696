package io.throughline.web.batch;

import io.throughline.identity.domain.Right;
import io.throughline.kernel.domain.Page;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.operation.domain.JobKind;
import io.throughline.operation.domain.JobState;
import io.throughline.operation.domain.JobVerb;
import io.throughline.operation.service.JobService;
import io.throughline.operation.service.JobView;
import io.throughline.operation.service.StartJob;
import io.throughline.web.page.Attempt;
import io.throughline.web.page.DeedList;
import io.throughline.web.page.Inputs;
import io.throughline.web.page.Possibilities;
import jakarta.faces.model.SelectItem;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Jobs, newest first, and what a person does with them. */
@Named
@ViewScoped
public class Jobs extends DeedList<JobView> {

    private static final long serialVersionUID = 1L;
    static final String PAGE = "/batch/jobs.xhtml?faces-redirect=true";
    private static final String STOP = JobVerb.STOP.name();
    private static final String RESTART = JobVerb.RESTART.name();

    /** How a job stands that would go on, were no other at the same work. */
    private static final Set<String> RESTARTED = Set.of(JobState.FAILED.name(), JobState.STOPPED.name());

    @Inject
    transient JobService jobs;

    @Inject
    transient Attempt attempt;

    @Inject
    Inputs input;

    private String job;

    public Jobs() {
        super(STOP, RESTART);
    }

    @Override
    protected Page<JobView> read(Long from, int size) {
        return jobs.page(given(job), null, from, size);
    }

    public String start() {
        return attempt.at(
                PAGE,
                texts.get("job.asked"),
                () -> jobs.start(new StartJob(input.text("START", "job"), JobForm.parameters(input, "START"))));
    }

    public String stop(JobView view) {
        return attempt.at(
                PAGE,
                texts.get("done", view.number(), texts.verb(STOP)),
                () -> jobs.stop(RecordNumber.parse(view.number()), view.version()));
    }

    public String restart(JobView view) {
        return attempt.at(
                PAGE,
                texts.get("done", view.number(), texts.verb(RESTART)),
                () -> jobs.restart(RecordNumber.parse(view.number()), view.version()));
    }

    @Override
    protected Possibilities possible(JobView view) {
        boolean ended = RESTARTED.contains(view.state());
        boolean busy = ended && !view.allowed().contains(JobVerb.RESTART);
        return possible(view.state(), view.allowed())
                .also(ended, RESTART)
                .need(Right.JOB_OPERATE, STOP, RESTART)
                .hinder(busy, "whynot.jobActive", RESTART);
    }

    public List<SelectItem> getKinds() {
        return Arrays.stream(JobKind.values())
                .map(kind -> new SelectItem(kind.jobName(), texts.name(kind)))
                .toList();
    }

    public String getJob() {
        return job;
    }

    public void setJob(String job) {
        this.job = job;
    }
}
