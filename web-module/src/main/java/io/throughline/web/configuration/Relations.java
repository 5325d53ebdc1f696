package io.throughline.web.configuration;

import io.throughline.configuration.domain.RelationState;
import io.throughline.configuration.service.RelationCommand;
import io.throughline.configuration.service.RelationService;
import io.throughline.configuration.service.RelationView;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.web.page.Attempt;
import io.throughline.web.page.Inputs;
import io.throughline.web.page.Show;
import io.throughline.web.page.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The relations of the thing that a page shows. */
@Named
@RequestScoped
public class Relations {

    private static final int SHOWN = 200;

    @Inject
    RelationService relations;

    @Inject
    Attempt attempt;

    @Inject
    Inputs input;

    @Inject
    Texts texts;

    private List<RelationView> read;

    public List<RelationView> of(String number) {
        if (read == null) {
            read = relations.page(RecordNumber.parse(number), null, SHOWN).items().stream()
                    .filter(relation -> relation.state() == RelationState.ACTIVE)
                    .toList();
        }
        return read;
    }

    public String relate(String shown) {
        return attempt.at(
                Show.redirectTo(shown),
                texts.get("relation.noted"),
                () -> relations.relate(input.as("RELATE", RelationCommand.class)));
    }

    public String end(RelationView relation, String shown) {
        return attempt.at(
                Show.redirectTo(shown),
                texts.get("relation.ended"),
                () -> relations.end(RecordNumber.parse(relation.number()), relation.version(), null));
    }
}
