package io.throughline.handover;

import io.throughline.change.domain.event.ChangeCoordinated;
import io.throughline.release.service.OpenRelease;
import io.throughline.release.service.ReleaseOpening;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** A change that is coordinated gets a release of its own, whose manager is notified. */
@ApplicationScoped
public class ChangeToRelease {

    @Inject
    ReleaseOpening releases;

    void onCoordinated(@Observes ChangeCoordinated coordinated) {
        releases.open(new OpenRelease(
                coordinated.change().toString(),
                coordinated.title(),
                coordinated.product(),
                coordinated.version(),
                coordinated.priority().name(),
                coordinated.emergency(),
                coordinated.releaseManager()));
    }
}
