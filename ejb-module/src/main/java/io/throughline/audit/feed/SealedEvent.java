package io.throughline.audit.feed;

import io.throughline.audit.export.JsonText;
import io.throughline.kernel.domain.Times;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One sealed record as others take it.
 *
 * @param origin name of the log
 * @param index place in it, from 0, without gaps
 * @param content canonical JSON of the record
 */
public record SealedEvent(
        String origin,
        long index,
        Instant at,
        String actor,
        String action,
        String record,
        String content,
        String digest) {

    private static final int FACILITY_LOG_AUDIT = 13;
    private static final int SEVERITY_INFORMATIONAL = 6;

    /** Private enterprise number for documentation (RFC 5612): the names below are ours. */
    private static final String STRUCTURE = "audit@32473";

    /** As CloudEvents 1.0 in JSON. */
    public String cloudEvent() {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("specversion", "1.0");
        event.put("id", origin + "/" + index);
        event.put("source", origin);
        event.put("type", "io.throughline.audit." + action);
        if (record != null) {
            event.put("subject", record);
        }
        event.put("time", Times.text(at));
        event.put("datacontenttype", "application/json");
        event.put("sequence", "%018d".formatted(index));
        String head = JsonText.of(event);
        return head.substring(0, head.length() - 1) + ",\"data\":" + content + "}";
    }

    /** As one message of RFC 5424. */
    public String syslog(String host) {
        StringBuilder message = new StringBuilder();
        message.append('<')
                .append(FACILITY_LOG_AUDIT * 8 + SEVERITY_INFORMATIONAL)
                .append(">1 ");
        message.append(Times.text(at)).append(' ').append(name(host, 255)).append(" throughline - ");
        message.append(name(action, 32)).append(" [").append(STRUCTURE);
        parameter(message, "index", String.valueOf(index));
        parameter(message, "actor", actor);
        parameter(message, "record", record);
        parameter(message, "sha256", digest);
        return message.append("] \uFEFF").append(content).toString();
    }

    /** The message with its length before it (RFC 6587, octet counting). */
    public byte[] frame(String host) {
        byte[] message = syslog(host).getBytes(StandardCharsets.UTF_8);
        byte[] length = (message.length + " ").getBytes(StandardCharsets.US_ASCII);
        byte[] frame = new byte[length.length + message.length];
        System.arraycopy(length, 0, frame, 0, length.length);
        System.arraycopy(message, 0, frame, length.length, message.length);
        return frame;
    }

    private static void parameter(StringBuilder message, String name, String value) {
        if (value != null) {
            message.append(' ').append(name).append("=\"");
            message.append(value.replaceAll("([\"\\\\\\]])", "\\\\$1")).append('"');
        }
    }

    private static String name(String value, int longest) {
        String printable = value == null ? "-" : value.replaceAll("[^!-~]", "_");
        return printable.isEmpty() ? "-" : printable.substring(0, Math.min(longest, printable.length()));
    }
}
