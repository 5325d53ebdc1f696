package io.throughline.web.change;

import io.throughline.change.domain.ChangeClass;
import io.throughline.change.domain.ChangePriority;
import io.throughline.change.domain.assessment.Perspective;
import io.throughline.change.service.AssessmentService;
import io.throughline.change.service.ChangeCommands;
import io.throughline.change.service.ChangeService;
import io.throughline.web.page.Inputs;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;

/** How the change that is open on the page is accepted, categorized and judged. */
@Named
@RequestScoped
public class ChangeDeeds {

    /** Class and priority as typed; the assessors stand beside, one field for each perspective. */
    record Weight(ChangeClass changeClass, ChangePriority priority) {}

    @Inject
    ChangePage page;

    @Inject
    ChangeService changes;

    @Inject
    AssessmentService assessments;

    @Inject
    Acceptance acceptance;

    @Inject
    Inputs input;

    /** Accepts and, when assessors are named on the same form, categorizes too. */
    public String accept() {
        return page.tried("ACCEPT", (number, version) -> {
            ChangeCommands.Categorize weight = weight("ACCEPT");
            return weight.assessors().isEmpty()
                    ? changes.accept(number, version)
                    : acceptance.acceptAndCategorize(number, version, weight);
        });
    }

    public String categorize() {
        return page.tried(
                "CATEGORIZE", (number, version) -> assessments.categorize(number, version, weight("CATEGORIZE")));
    }

    public String returnToRequester() {
        return page.tried("RETURN", ChangeCommands.Question.class, changes::returnToRequester);
    }

    public String answer() {
        return page.tried("ANSWER", ChangeCommands.Text.class, changes::answer);
    }

    public String reject() {
        return page.tried("REJECT", ChangeCommands.Reason.class, changes::reject);
    }

    public String assess() {
        return page.tried("ASSESS", ChangeCommands.Assess.class, assessments::assess);
    }

    private ChangeCommands.Categorize weight(String form) {
        Weight typed = input.as(form, Weight.class);
        List<ChangeCommands.Assessor> assessors = Arrays.stream(Perspective.values())
                .filter(perspective -> input.text(form, "assessor_" + perspective) != null)
                .map(perspective ->
                        new ChangeCommands.Assessor(input.text(form, "assessor_" + perspective), perspective))
                .toList();
        return new ChangeCommands.Categorize(typed.changeClass, typed.priority, assessors);
    }
}
