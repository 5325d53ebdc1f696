package io.throughline.communication.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LinkKeysTest {

    @Test
    void theKeyOfALinkIsHiddenAndTheRestStays() {
        assertThat(LinkKeys.hidden("Sign at http://host/change/authorize.xhtml?token=aB3_-x9 until noon."))
                .isEqualTo("Sign at http://host/change/authorize.xhtml?token=… until noon.");
    }

    @Test
    void everyKeyIsHidden() {
        assertThat(LinkKeys.hidden("/a?token=one and /b?x=1&token=two")).isEqualTo("/a?token=… and /b?x=1&token=…");
    }

    @Test
    void aTextWithoutKeysStays() {
        assertThat(LinkKeys.hidden("The token=symbol was seen $1 times"))
                .isEqualTo("The token=symbol was seen $1 times");
    }
}
