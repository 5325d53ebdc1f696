package io.throughline.communication.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class NoticeTextsTest {

    private static final Map<String, String> VARIABLES = Map.of(
            "name", "Ann",
            "record", "CON-000007",
            "incident", "INC-000002",
            "title", "No orders",
            "words", "I can't {place} an order",
            "resolution", "patched");

    private final NoticeTexts texts = NoticeTexts.shipped();

    @Test
    void recordsAreNamedInTheReadersWordSet() {
        assertThat(texts.body("incident-resolved", "later", VARIABLES)).contains("your Service Request CON-000007");
        assertThat(texts.body("incident-resolved", "earlier", VARIABLES)).contains("your User Contact CON-000007");
    }

    @Test
    void withoutAChoiceTheStandardWordsAreUsed() {
        assertThat(texts.body("incident-resolved", null, VARIABLES))
                .isEqualTo(texts.body("incident-resolved", "later", VARIABLES));
    }

    @Test
    void theCallersOwnWordsAreLeftAsTheyAre() {
        assertThat(texts.body("incident-resolved", null, VARIABLES)).contains("I can't {place} an order");
    }

    @Test
    void aSubjectIsOneLine() {
        assertThat(texts.subject("incident-resolved", null, VARIABLES))
                .isEqualTo("CON-000007: it works again - \"No orders\"");
    }

    @Test
    void aMissingVariableIsAFault() {
        assertThatThrownBy(() -> texts.body("incident-resolved", null, Map.of("name", "Ann")))
                .isInstanceOf(IllegalStateException.class);
    }
}
