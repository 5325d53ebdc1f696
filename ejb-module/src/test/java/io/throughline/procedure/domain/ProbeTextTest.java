package io.throughline.procedure.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.kernel.domain.refusal.Invalid;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProbeTextTest {

    private final ProbeText probe = new ProbeText(
            "handshake",
            "cat log",
            List.of(),
            List.of(
                    new FindingRule("^handshake refused", "rejects the payment gateway's authority", true),
                    new FindingRule("exit 7", "cannot reach the gateway", true),
                    new FindingRule("accepted", "accepts it", false)));

    @Test
    void theFirstRuleThatMatchesCounts() {
        assertThat(probe.judge(7, "noise\nhandshake refused\naccepted"))
                .isEqualTo(new ProbeText.Judgement("rejects the payment gateway's authority", false));
    }

    @Test
    void anExitCodeIsARuleToo() {
        assertThat(probe.judge(7, "").finding()).isEqualTo("cannot reach the gateway");
    }

    @Test
    void aRuleMaySayThatAllIsWell() {
        assertThat(probe.judge(3, "accepted")).isEqualTo(new ProbeText.Judgement("accepts it", true));
    }

    @Test
    void withoutRuleTheExitCodeDecides() {
        assertThat(probe.judge(0, "hm").passing()).isTrue();
        assertThat(probe.judge(1, "hm")).isEqualTo(new ProbeText.Judgement("ended with exit code 1", false));
    }

    @Test
    void aPatternThatWouldTakeForEverIsGivenUp() {
        FindingRule costly = new FindingRule("(a+)+$", "never", true);

        assertThat(costly.matches(0, "a".repeat(4000) + "!")).isFalse();
    }

    @Test
    void whatIsNoPatternIsRefused() {
        assertThatThrownBy(() -> new FindingRule("(", "x", true)).isInstanceOf(Invalid.class);
    }
}
