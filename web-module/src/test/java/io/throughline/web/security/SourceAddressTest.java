package io.throughline.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whose word is taken for where a request comes from. */
class SourceAddressTest {

    private static final String PROXY = "192.0.2.1";
    private static final String USER = "198.51.100.7";

    private final SourceAddress behindProxies = new SourceAddress(Optional.of(PROXY + ", 192.0.2.2,::1"));

    @Test
    void withoutProxiesNobodyIsBelieved() {
        assertThat(new SourceAddress(Optional.empty()).of(PROXY, List.of(USER))).isEqualTo(PROXY);
    }

    @Test
    void aProxySaysForWhomItAsks() {
        assertThat(behindProxies.of(PROXY, List.of(USER))).isEqualTo(USER);
        assertThat(behindProxies.of("0:0:0:0:0:0:0:1", List.of(USER))).isEqualTo(USER);
    }

    @Test
    void aStrangerIsNotBelieved() {
        assertThat(behindProxies.of(USER, List.of("203.0.113.9"))).isEqualTo(USER);
    }

    @Test
    void whatTheUserWroteInFrontIsNotBelieved() {
        assertThat(behindProxies.of(PROXY, List.of("203.0.113.9, " + USER))).isEqualTo(USER);
        assertThat(behindProxies.of(PROXY, List.of("203.0.113.9", USER))).isEqualTo(USER);
        assertThat(behindProxies.of(PROXY, List.of(PROXY + "," + USER))).isEqualTo(USER);
    }

    @Test
    void oneProxyAsksForAnother() {
        assertThat(behindProxies.of(PROXY, List.of("203.0.113.9, " + USER + ", 192.0.2.2")))
                .isEqualTo(USER);
    }

    @Test
    void whatIsNoAddressIsNotTaken() {
        for (String nonsense : new String[] {"", "unknown", "_hidden", "a".repeat(5000), "198.51.100.7\nx"}) {
            assertThat(behindProxies.of(PROXY, List.of(nonsense))).isEqualTo(PROXY);
        }
        assertThat(behindProxies.of(PROXY, List.of())).isEqualTo(PROXY);
    }
}
