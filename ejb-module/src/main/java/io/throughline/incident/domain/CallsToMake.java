package io.throughline.incident.domain;

import java.util.Collection;
import java.util.List;

/** Who of an incident's callers is still to be called by the desk. Answered by the handover, which knows both. */
public interface CallsToMake {

    /**
     * Somebody who was not told yet.
     *
     * @param callBack number of the call-back
     * @param contact number of her contact
     * @param attempts how often she was called in vain
     */
    record Waiting(String callBack, String contact, String name, String subject, int attempts) {}

    /** Calls about these contacts, the oldest first. */
    List<Waiting> waiting(Collection<String> contacts);
}
