package io.throughline.launcher.rollout;

import java.util.Iterator;
import java.util.Optional;

/** Reads server-sent events from lines, as the HTML standard tells: fields, comments, an empty line ends an event. */
final class EventStream {

    /** One event; {@code id} is the last one heard, null when there was none yet. */
    record Event(String id, String name, String data) {}

    private final Iterator<String> lines;
    private String id;

    EventStream(Iterator<String> lines, String lastId) {
        this.lines = lines;
        this.id = lastId;
    }

    /** Empty when the stream has ended; an event that was cut off is none. */
    Optional<Event> next() {
        String name = "message";
        StringBuilder data = new StringBuilder();
        while (lines.hasNext()) {
            String line = lines.next();
            if (line.isEmpty()) {
                if (data.length() > 0) {
                    return Optional.of(new Event(id, name, data.substring(0, data.length() - 1)));
                }
                name = "message";
                continue;
            }
            int colon = line.indexOf(':');
            String field = colon < 0 ? line : line.substring(0, colon);
            String value = colon < 0 ? "" : line.substring(colon + 1).replaceFirst("^ ", "");
            switch (field) {
                case "id" -> id = value;
                case "event" -> name = value;
                case "data" -> data.append(value).append('\n');
                default -> {
                    // a comment, which only keeps the line alive, or something of later
                }
            }
        }
        return Optional.empty();
    }
}
