package io.throughline.rest.deployment.feed;

import jakarta.json.bind.Jsonb;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;

/** An HTTP connection that takes events; a reader that went away closes it at the next one. */
final class SseLine implements EventReader.Line {

    /** So soon a browser that lost the line comes back. */
    private static final long COME_BACK_MILLIS = 2000;

    private final SseEventSink sink;
    private final Sse sse;
    private final Jsonb jsonb;

    SseLine(SseEventSink sink, Sse sse, Jsonb jsonb) {
        this.sink = sink;
        this.sse = sse;
        this.jsonb = jsonb;
    }

    @Override
    public void event(String id, String name, RolloutEvent event) {
        send(sse.newEventBuilder()
                .id(id)
                .name(name)
                .reconnectDelay(COME_BACK_MILLIS)
                .data(String.class, jsonb.toJson(event))
                .build());
    }

    @Override
    public void heartbeat() {
        send(sse.newEventBuilder().comment("still here").build());
    }

    private void send(OutboundSseEvent event) {
        sink.send(event).whenComplete((sent, failure) -> {
            if (failure != null) {
                close();
            }
        });
    }

    @Override
    public void close() {
        sink.close();
    }

    @Override
    public boolean isOpen() {
        return !sink.isClosed();
    }
}
