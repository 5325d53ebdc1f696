package io.throughline.web.change;

import io.throughline.change.service.AssessmentService;
import io.throughline.change.service.ChangeCommands;
import io.throughline.change.service.ChangeService;
import io.throughline.change.service.ChangeView;
import io.throughline.kernel.domain.RecordNumber;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Two steps of one person on one screen, both or none: in an emergency every screen costs time. */
@RequestScoped
public class Acceptance {

    @Inject
    ChangeService changes;

    @Inject
    AssessmentService assessments;

    @Transactional
    public ChangeView acceptAndCategorize(RecordNumber number, long version, ChangeCommands.Categorize weight) {
        ChangeView accepted = changes.accept(number, version);
        return assessments.categorize(number, accepted.version(), weight);
    }
}
