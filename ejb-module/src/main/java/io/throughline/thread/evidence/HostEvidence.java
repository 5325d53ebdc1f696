package io.throughline.thread.evidence;

import java.time.Instant;
import java.util.List;

/** What was run on the servers of a deployment; Deployment knows it, and the thread does not know Deployment. */
public interface HostEvidence {

    /** One command on a server. */
    record Step(String action, String command, Integer exit, long durationMillis, Instant answeredAt, String output) {}

    /** All that was run on one server. */
    record Host(String server, String name, String outcome, String before, String after, List<Step> steps) {}

    /** @param deployment its number */
    List<Host> of(String deployment);
}
