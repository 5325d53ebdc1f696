package io.throughline.communication.service.outbox;

/**
 * What came of handing a message to a mail server.
 *
 * @param reason why, in words; null when it was taken
 */
public record Delivery(Kind kind, String reason) {

    enum Kind {
        TAKEN,
        /** Not taken now; later perhaps. */
        POSTPONED,
        /** Not taken, and never will be. */
        REFUSED,
        /** The connection broke when the server may have had it already. */
        UNKNOWN
    }

    static Delivery taken() {
        return new Delivery(Kind.TAKEN, null);
    }
}
