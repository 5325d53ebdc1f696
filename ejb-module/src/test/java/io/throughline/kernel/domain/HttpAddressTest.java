package io.throughline.kernel.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:8083/shop",
                "http://localhost/",
                "https://shop.example.org/health?deep=1",
                "http://10.1.2.3/",
                "http://[::1]:8080/"
            })
    void hostsOfOnesOwnMayBeAsked(String url) {
        assertThat(HttpAddress.isAllowed(url)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254/latest/meta-data/",
                "http://[fe80::1]/",
                "http://[::ffff:169.254.169.254]/",
                "http://224.0.0.1/",
                "http://0.0.0.0/",
                "http://[::]/",
                "http://admin:secret@shop.example.org/",
                "ftp://shop.example.org/",
                "file:///etc/passwd",
                "http:///nowhere",
                "shop.example.org",
                "http://a b/",
                ""
            })
    void othersMayNot(String url) {
        assertThat(HttpAddress.isAllowed(url)).isFalse();
    }

    @Test
    void aNameIsJudgedByWhereItLeads() {
        assertThat(HttpAddress.leadsWhereAllowed(URI.create("http://127.0.0.1/")))
                .isTrue();
        assertThat(HttpAddress.leadsWhereAllowed(URI.create("http://169.254.169.254/")))
                .isFalse();
    }
}
