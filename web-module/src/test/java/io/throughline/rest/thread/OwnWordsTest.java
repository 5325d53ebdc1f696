package io.throughline.rest.thread;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.identity.domain.Channel;
import io.throughline.identity.domain.Person;
import io.throughline.identity.domain.PersonDetails;
import io.throughline.identity.service.PersonService;
import io.throughline.identity.service.PersonView;
import io.throughline.kernel.activity.Activity;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.rest.thread.ActivityResource.NamedActivity;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The API answers in the words that who asks has chosen, unless others are asked for. */
class OwnWordsTest {

    @Test
    void whoChoseNothingReadsTheProductsWords() {
        assertThat(first(null, null)).isEqualTo("Receive and Approve Service Request");
    }

    @Test
    void whoChoseReadsHerOwnWordsUnlessSheAsksForOthers() {
        assertThat(first("earlier", null)).isEqualTo("Receive and Assess User Contact");
        assertThat(first("earlier", "")).isEqualTo("Receive and Assess User Contact");
        assertThat(first("earlier", "later")).isEqualTo("Receive and Approve Service Request");
    }

    private static String first(String chosen, String asked) {
        ActivityResource activities = new ActivityResource();
        activities.words = new OwnWords();
        activities.words.people = new PersonService() {
            @Override
            public PersonView me() {
                Person person = new Person(
                        RecordKind.PERSON.number(1),
                        new PersonDetails("ann", "Ann", "ann@example.org", null, Channel.EMAIL, null, Set.of()));
                person.chooseWords(chosen);
                return PersonView.from(person);
            }
        };
        return activities.activities(asked).stream()
                .filter(activity -> activity.key().equals(Activity.RECEIVE_CONTACT.name()))
                .map(NamedActivity::words)
                .findFirst()
                .orElseThrow()
                .activity();
    }
}
