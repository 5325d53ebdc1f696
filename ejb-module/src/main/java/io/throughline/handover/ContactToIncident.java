package io.throughline.handover;

import io.throughline.communication.domain.event.CallerDoubted;
import io.throughline.contact.domain.event.ContactDoubted;
import io.throughline.contact.domain.event.ContactRouted;
import io.throughline.contact.domain.event.RoutingWanted;
import io.throughline.contact.service.ContactService;
import io.throughline.incident.domain.Origin;
import io.throughline.incident.service.IncidentService;
import io.throughline.incident.service.ResolutionService;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.thread.Threads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** A routed contact makes an incident or joins an open one; a caller's "no" reaches the incident. */
@ApplicationScoped
public class ContactToIncident {

    @Inject
    ContactService contacts;

    @Inject
    IncidentService incidents;

    @Inject
    ResolutionService resolutions;

    @Inject
    Threads threads;

    void onWanted(@Observes RoutingWanted wanted) {
        incidents.keepOpen(wanted.incident());
    }

    void onRouted(@Observes ContactRouted routed) {
        if (routed.toNewIncident()) {
            Origin origin = new Origin(
                    routed.title(),
                    routed.symptom(),
                    routed.service(),
                    routed.organisation(),
                    routed.contact().toString());
            incidents.logFor(routed.contact(), routed.incident(), origin);
        } else {
            threads.join(routed.contact(), routed.incident());
        }
    }

    void onDoubted(@Observes ContactDoubted doubted) {
        resolutions.doubted(doubted.incident(), doubted.contact(), doubted.reason());
    }

    void onCallBack(@Observes CallerDoubted doubted) {
        if (doubted.record().kind() == RecordKind.USER_CONTACT) {
            contacts.doubtAtCallBack(doubted.record(), doubted.reason());
        }
    }
}
