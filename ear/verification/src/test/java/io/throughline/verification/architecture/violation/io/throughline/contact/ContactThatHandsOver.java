package io.throughline.verification.architecture.violation.io.throughline.contact;

import io.throughline.verification.architecture.violation.io.throughline.handover.ContactToNowhere;
import java.time.Instant;

/** Calls its successor, by the machine's clock, and tells the terminal. */
class ContactThatHandsOver {
    void close() {
        new ContactToNowhere().handOver();
        System.out.println("closed at " + Instant.now());
    }
}
