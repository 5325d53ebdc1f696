package io.throughline.audit.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {

    @Test
    void sortsMembersAndWritesNoSpace() {
        assertThat(CanonicalJson.write(Map.of("b", true, "a", List.of("x", 1L), "c", Map.of("z", "1", "y", "2"))))
                .isEqualTo("{\"a\":[\"x\",1],\"b\":true,\"c\":{\"y\":\"2\",\"z\":\"1\"}}");
    }

    /** The string of RFC 8785, section 3.2.2: only what must be escaped is. */
    @Test
    void escapesAsTheRfcDoes() {
        String text = "\u20ac$\u000F\nA'B\"\\\\\"/";

        assertThat(CanonicalJson.write(Map.of("string", text)))
                .isEqualTo("{\"string\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }
}
