package io.throughline.kernel.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.kernel.domain.refusal.Invalid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WordSetsTest {

    private final WordSets words = WordSets.shipped();

    @ParameterizedTest
    @EnumSource
    void everyActivityHasItsWordsInEverySet(Activity activity) {
        assertThat(words.editions()).contains("earlier", "later").allSatisfy(edition -> {
            Words named = words.words(edition, activity);
            assertThat(named.process()).isNotBlank();
            assertThat(named.activity()).isNotBlank();
            assertThat(named.role()).isNotBlank();
            assertThat(named.workProduct()).isNotBlank();
        });
    }

    @Test
    void namesTheFirstActivityInBothEditions() {
        assertThat(words.words("earlier", Activity.RECEIVE_CONTACT).activity())
                .isEqualTo("Receive and Assess User Contact");
        assertThat(words.words("later", Activity.RECEIVE_CONTACT).activity())
                .isEqualTo("Receive and Approve Service Request");
    }

    @Test
    void usesTheLaterEditionWhereNobodyChose() {
        assertThat(words.words(null, Activity.PLAN_ROLLOUT).process()).isEqualTo("Deployment Management");
    }

    @Test
    void usesTheEditionOfTheHouseWhereItIsAnOption() {
        WordSets ours = WordSets.load("earlier");

        assertThat(ours.standard()).isEqualTo("earlier");
        assertThat(ours.words(null, Activity.PLAN_ROLLOUT).process()).isEqualTo("Release Management");
        assertThatThrownBy(() -> WordSets.load("newest"))
                .hasMessage("throughline.edition must be one of earlier, later, not newest");
    }

    @Test
    void refusesAnUnknownEditionAndSaysWhichThereAre() {
        assertThatThrownBy(() -> words.words("newest", Activity.CLOSE_INCIDENT))
                .isInstanceOf(Invalid.class)
                .hasMessage("edition must be one of earlier, later");
    }
}
