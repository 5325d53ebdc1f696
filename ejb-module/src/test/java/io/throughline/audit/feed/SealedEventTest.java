package io.throughline.audit.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.audit.proof.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SealedEventTest {

    private final SealedEvent event = new SealedEvent(
            "throughline/test",
            42,
            Instant.parse("2026-03-01T09:00:00.123456Z"),
            "PER-0\"]\\1",
            "change.authorize",
            "CHG-000001",
            "{\"reason\":\"schön\"}",
            "ab12");

    @Test
    void isAMessageOfRfc5424() {
        assertThat(event.syslog("host 1"))
                .isEqualTo("<110>1 2026-03-01T09:00:00.123456Z host_1 throughline - change.authorize"
                        + " [audit@32473 index=\"42\" actor=\"PER-0\\\"\\]\\\\1\" record=\"CHG-000001\" sha256=\"ab12\"]"
                        + " \uFEFF{\"reason\":\"schön\"}");
    }

    @Test
    void isFramedByItsLengthInBytes() {
        String frame = new String(event.frame("host"), StandardCharsets.UTF_8);
        int length = Integer.parseInt(frame.substring(0, frame.indexOf(' ')));

        assertThat(frame.substring(frame.indexOf(' ') + 1).getBytes(StandardCharsets.UTF_8))
                .hasSize(length);
    }

    @Test
    void isACloudEvent() {
        Map<String, Object> cloudEvent = Json.object(event.cloudEvent());

        assertThat(cloudEvent)
                .containsEntry("specversion", "1.0")
                .containsEntry("id", "throughline/test/42")
                .containsEntry("source", "throughline/test")
                .containsEntry("type", "io.throughline.audit.change.authorize")
                .containsEntry("subject", "CHG-000001")
                .containsEntry("time", "2026-03-01T09:00:00.123456Z")
                .containsEntry("data", Map.of("reason", "schön"));
    }
}
