package io.throughline.release.service;

import io.throughline.audit.service.AuditEntry;
import io.throughline.audit.service.AuditTrail;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.notice.Notice;
import io.throughline.kernel.notice.Recipient;
import io.throughline.kernel.thread.Threads;
import io.throughline.release.domain.Release;
import io.throughline.release.domain.ReleaseRepository;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Map;

/** Opens a release when its change is coordinated, in the transaction of that. */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class ReleaseOpening {

    @Inject
    ReleaseRepository releases;

    @Inject
    Threads threads;

    @Inject
    AuditTrail trail;

    @Inject
    Event<Notice> notices;

    /**
     * @return number of the release
     */
    public String open(OpenRelease wanted) {
        Release release = trail.create(
                AuditEntry.of("release.open").because("for " + wanted.change()),
                deed -> new Release(releases.nextNumber(), wanted.order(), deed));
        threads.join(release.number(), RecordNumber.parse(wanted.change()));
        if (wanted.releaseManager() != null) {
            notices.fire(new Notice(
                    release.number() + " opened",
                    release.number(),
                    "release-opened",
                    Recipient.person(wanted.releaseManager()),
                    Map.of(
                            "change", wanted.change(),
                            "title", wanted.title(),
                            "wanted", wanted.product() + " " + wanted.version())));
        }
        return release.number().toString();
    }
}
