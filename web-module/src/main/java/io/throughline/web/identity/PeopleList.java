package io.throughline.web.identity;

import io.throughline.identity.domain.PersonDetails;
import io.throughline.identity.service.PersonService;
import io.throughline.identity.service.PersonView;
import io.throughline.kernel.domain.Page;
import io.throughline.web.page.Attempt;
import io.throughline.web.page.Inputs;
import io.throughline.web.page.ListPage;
import io.throughline.web.page.Show;
import io.throughline.web.page.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Everybody who calls or works here. */
@Named
@RequestScoped
public class PeopleList extends ListPage<PersonView> {

    @Inject
    PersonService people;

    @Inject
    Attempt attempt;

    @Inject
    Inputs input;

    @Inject
    Texts texts;

    @Override
    protected Page<PersonView> read(Long from, int size) {
        return people.page(from, size);
    }

    public String add() {
        return attempt.leading(texts.get("people.added"), () -> {
            String password = input.text("ADD", "password");
            return Show.redirectTo(
                    people.add(input.as("ADD", PersonDetails.class), password).number());
        });
    }
}
