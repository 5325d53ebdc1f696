package io.throughline.handover;

import io.throughline.communication.service.WaitingCalls;
import io.throughline.incident.domain.CallsToMake;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;

/** Tells Incident which of its callers the desk has still to call. */
@ApplicationScoped
public class IncidentCalls implements CallsToMake {

    @Inject
    WaitingCalls calls;

    @Override
    public List<Waiting> waiting(Collection<String> contacts) {
        return calls.about(contacts).stream()
                .map(call -> new Waiting(call.number(), call.record(), call.name(), call.subject(), call.attempts()))
                .toList();
    }
}
