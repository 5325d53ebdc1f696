package io.throughline.change.service;

import io.throughline.audit.service.AuditEntry;
import io.throughline.change.domain.ChangeRequest;
import io.throughline.change.domain.ChangeType;
import io.throughline.change.domain.authorization.Envelope;
import io.throughline.change.domain.authorization.Window;
import io.throughline.change.service.emergency.OtherEyes;
import io.throughline.configuration.service.ServerReservations;
import io.throughline.identity.domain.Right;
import io.throughline.kernel.activity.Activity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** Puts an authority's signature under a change, once it is known to be hers, and holds the servers for the change. */
@ApplicationScoped
public class Signing {

    @Inject
    ChangeFile file;

    @Inject
    ChangeScope scope;

    @Inject
    ServerReservations reservations;

    @Inject
    ChangeSettings settings;

    @Inject
    OtherEyes others;

    /**
     * @param authority number of the person who has just signed
     * @param owner who carries it through, or null
     */
    ChangeView authorize(ChangeRequest change, String authority, Window window, String owner) {
        Envelope envelope = scope.envelope(change, window);
        Instant lookBackBy = change.proposal().type() == ChangeType.EMERGENCY
                ? file.now().plus(settings.retrospectiveWithin())
                : null;
        file.change(change, entry("authorize"), (one, deed) -> one.authorize(authority, envelope, lookBackBy, deed));
        return heldAndOwned(change, owner);
    }

    /** Alone, in an emergency: a second person must second it in time. */
    ChangeView breakGlass(ChangeRequest change, String authority, Window window, String owner, String reason) {
        Envelope envelope = scope.envelope(change, window);
        Instant now = file.now();
        file.change(
                change,
                entry("breakGlass").because(reason),
                (one, deed) -> one.breakGlass(
                        authority,
                        envelope,
                        now.plus(settings.secondWithin()),
                        now.plus(settings.retrospectiveWithin()),
                        deed));
        others.askToSecond(change);
        return heldAndOwned(change, owner);
    }

    private ChangeView heldAndOwned(ChangeRequest change, String owner) {
        reservations.hold(change.number(), change.targets(), file.now());
        if (owner == null) {
            return file.whole(change);
        }
        String person = file.requirePerson("changeOwner", owner, Right.CHANGE_COORDINATE);
        return file.change(change, entry("appointOwner"), (one, deed) -> one.appointOwner(person, deed));
    }

    static AuditEntry entry(String deed) {
        return AuditEntry.of("change." + deed).by(Right.CHANGE_AUTHORIZE).performing(Activity.AUTHORIZE_CHANGE);
    }
}
