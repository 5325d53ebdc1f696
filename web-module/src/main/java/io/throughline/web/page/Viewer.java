package io.throughline.web.page;

import io.throughline.identity.domain.Right;
import io.throughline.identity.service.PersonService;
import io.throughline.identity.service.PersonView;
import io.throughline.kernel.activity.Activity;
import io.throughline.kernel.activity.WordSets;
import io.throughline.kernel.activity.Words;
import io.throughline.kernel.service.Acting;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Who looks at the page. Rights are for showing only: the services guard them. */
@Named
@RequestScoped
public class Viewer {

    @Inject
    PersonService people;

    private PersonView person;

    @PostConstruct
    void look() {
        if (Acting.current().filter(account -> account.actor() != null).isPresent()) {
            person = people.me();
        }
    }

    public boolean isKnown() {
        return person != null;
    }

    public PersonView getPerson() {
        return person;
    }

    public String getNumber() {
        return person == null ? null : person.number();
    }

    public boolean may(Right right) {
        return person != null && person.rights().contains(right);
    }

    /** As {@link #may(Right)}, by name, for pages. */
    public boolean can(String right) {
        return may(Right.valueOf(right));
    }

    public String getEdition() {
        return person == null || person.edition() == null ? WordSets.shipped().standard() : person.edition();
    }

    /** What the viewer's word set calls an activity. */
    public Words words(String activity) {
        return WordSets.shipped().words(getEdition(), Activity.valueOf(activity));
    }
}
