package io.throughline.release.service;

import io.throughline.audit.service.AuditEntry;
import io.throughline.audit.service.AuditTrail;
import io.throughline.identity.service.Authority;
import io.throughline.kernel.activity.Activity;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.refusal.Conflict;
import io.throughline.kernel.persistence.History;
import io.throughline.kernel.thread.Threads;
import io.throughline.release.domain.Release;
import io.throughline.release.domain.ReleasePackage;
import io.throughline.release.domain.ReleasePackageRepository;
import io.throughline.release.domain.ReleaseRepository;
import io.throughline.release.domain.ReleaseState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;

/**
 * Carries an accepted release out again for another standard change: the same package, tested and accepted then. Machine
 * only, in the transaction of the run.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class ReleaseRepeating {

    @Inject
    ReleaseRepository releases;

    @Inject
    ReleasePackageRepository packages;

    @Inject
    PackageService packageService;

    @Inject
    Authority authority;

    @Inject
    AuditTrail trail;

    @Inject
    History history;

    @Inject
    Threads threads;

    /** A release whose acceptance stands, and who answers for it. */
    public record Accepted(String release, String manager) {}

    /**
     * The newest accepted release of the package.
     *
     * @throws Conflict {@code release-not-accepted} when none is, or when the newest failed on its servers
     */
    public Accepted accepted(String packageSha256) {
        Release release = require(packageSha256);
        return new Accepted(release.number().toString(), release.order().manager());
    }

    /**
     * @param wanted what the standard change wants
     * @return number of the release, accepted as the one that it repeats
     * @throws io.throughline.kernel.domain.refusal.Invalid when the package is not what the change wants
     */
    public String repeat(OpenRelease wanted, String packageSha256) {
        authority.requireMachine();
        Release earlier = require(packageSha256);
        ReleasePackage built = packageService.checked(packageSha256);
        Release release = trail.create(
                AuditEntry.of("release.repeat")
                        .performing(Activity.BUILD_RELEASE)
                        .because("%s again, for %s".formatted(earlier.number(), wanted.change())),
                deed -> Release.repeating(releases.nextNumber(), wanted.order(), earlier, built, deed));
        threads.join(release.number(), RecordNumber.parse(wanted.change()));
        return release.number().toString();
    }

    private Release require(String packageSha256) {
        Release newest = releases.newestAccepted(packageSha256)
                .orElseThrow(() -> refusal("No release with the package %s is accepted.".formatted(packageSha256)));
        boolean failed = newest.state() == ReleaseState.FAILED
                || history.of(newest.number()).stream()
                        .anyMatch(step -> ReleaseState.FAILED.name().equals(step.to()));
        if (failed) {
            throw refusal("%s, the last release of this package, failed on its servers; accept one anew first."
                    .formatted(newest.number()));
        }
        return newest;
    }

    private static Conflict refusal(String detail) {
        return new Conflict("release-not-accepted", detail, Map.of());
    }
}
