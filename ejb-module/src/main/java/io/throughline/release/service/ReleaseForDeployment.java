package io.throughline.release.service;

import io.throughline.audit.service.AuditEntry;
import io.throughline.audit.service.AuditTrail;
import io.throughline.kernel.domain.Deed;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.refusal.Conflict;
import io.throughline.kernel.domain.refusal.Invalid;
import io.throughline.release.domain.Release;
import io.throughline.release.domain.ReleasePackage;
import io.throughline.release.domain.ReleasePackageRepository;
import io.throughline.release.domain.ReleaseRepository;
import io.throughline.release.domain.ReleaseVerb;
import io.throughline.release.domain.store.PackageKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.function.BiConsumer;

/** What Deployment reads of releases, and how it moves them, in its own transaction. It has checked the rights. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class ReleaseForDeployment {

    @Inject
    ReleaseRepository releases;

    @Inject
    ReleasePackageRepository packages;

    @Inject
    PackageKeys keys;

    @Inject
    AuditTrail trail;

    /** An accepted release. */
    public record Deployable(String release, String change, String packageDigest, String product, String version) {}

    /**
     * @throws Invalid when the release's package knows no way back
     * @throws Conflict when the release is not accepted, is in a deployment already, or its signature does not hold
     */
    public Deployable deployable(String number) {
        Release release = require(number);
        if (!release.state().allowed().contains(ReleaseVerb.SCHEDULE)) {
            throw new Conflict(
                    "release-not-accepted",
                    "%s is %s; only a release that is ACCEPTED and in no deployment can be deployed."
                            .formatted(number, release.state()),
                    Map.of("record", number, "state", release.state().name()));
        }
        ReleasePackage built = packages.require(RecordNumber.parse(release.packageNumber()));
        keys.check(built.digest(), built.signature());
        if (built.forwardOnly()) {
            throw Invalid.field("release", "must have a package with a rollback; " + built.number() + " has none");
        }
        return new Deployable(
                number,
                release.change(),
                built.digest(),
                release.order().product(),
                release.order().version());
    }

    public void schedule(String number, String deployment) {
        change(number, "release.schedule", "by " + deployment, (release, deed) -> release.schedule(deployment, deed));
    }

    /** The deployment was given up before it began. */
    public void unschedule(String number, String deployment) {
        change(number, "release.unschedule", "by " + deployment, (release, deed) -> release.unschedule(deed));
    }

    /**
     * @param succeeded whether the servers have, at least in part, what was released
     */
    public void recordDeployment(String number, boolean succeeded, String deployment) {
        change(
                number,
                "release.recordDeployment",
                "by " + deployment,
                (release, deed) -> release.recordDeployment(succeeded, deed));
    }

    public void close(String number, String deployment) {
        change(number, "release.close", "with " + deployment, (release, deed) -> release.close(deed));
    }

    private void change(String number, String action, String reason, BiConsumer<Release, Deed> verb) {
        Release release = require(number);
        trail.change(release, AuditEntry.of(action).because(reason), deed -> verb.accept(release, deed));
    }

    private Release require(String number) {
        return releases.require(Release.number(number));
    }
}
