package io.throughline.web.change;

import io.throughline.change.service.ChangeCommands;
import io.throughline.change.service.CoordinationService;
import io.throughline.change.service.ReviewService;
import io.throughline.web.page.Inputs;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** How the change that is open on the page is carried through, reviewed and closed. */
@Named
@RequestScoped
public class ImplementationDeeds {

    @Inject
    ChangePage page;

    @Inject
    CoordinationService coordination;

    @Inject
    ReviewService reviews;

    @Inject
    Inputs input;

    public String appointOwner() {
        return page.tried("APPOINT_OWNER", ChangeCommands.Appoint.class, coordination::appointOwner);
    }

    public String coordinate() {
        return page.tried("COORDINATE", ChangeCommands.Coordinate.class, coordination::coordinate);
    }

    public String addTask() {
        return page.tried("ADD_TASK", ChangeCommands.Task.class, coordination::addTask);
    }

    public String completeTask(int task) {
        return page.tried(
                "COMPLETE_TASK",
                (number, version) -> coordination.completeTask(
                        number, version, task, input.as("TASK" + task, ChangeCommands.TaskResult.class)));
    }

    public String begin() {
        return page.tried("BEGIN_IMPLEMENTATION", coordination::begin);
    }

    public String report() {
        return page.tried("RECORD_OUTCOME", ChangeCommands.ReportOutcome.class, coordination::report);
    }

    public String review() {
        return page.tried("REVIEW", ChangeCommands.Review.class, reviews::review);
    }

    public String lookBack() {
        return page.tried("RETROSPECT", ChangeCommands.Text.class, reviews::lookBack);
    }

    public String close() {
        return page.tried("CLOSE", reviews::close);
    }

    public String cancel() {
        return page.tried("CANCEL", ChangeCommands.Reason.class, reviews::cancel);
    }
}
