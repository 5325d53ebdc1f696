package io.throughline.verification.architecture.violation.io.throughline.handover;

/** What the careless contact beside hands over to. */
public class ContactToNowhere {
    public void handOver() {}
}
