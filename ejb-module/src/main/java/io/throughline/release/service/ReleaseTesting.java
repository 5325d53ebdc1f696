package io.throughline.release.service;

import io.throughline.audit.service.AuditEntry;
import io.throughline.audit.service.AuditTrail;
import io.throughline.audit.service.RefusalRecorder;
import io.throughline.identity.service.Authority;
import io.throughline.kernel.domain.refusal.Conflict;
import io.throughline.release.domain.HostTokens;
import io.throughline.release.domain.Release;
import io.throughline.release.domain.ReleaseRepository;
import io.throughline.release.domain.ReleaseVerb;
import io.throughline.release.domain.TestResult;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.util.Map;

/** What the test job asks and tells, each in a transaction of its own. Machine only. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
@Interceptors(RefusalRecorder.class)
public class ReleaseTesting {

    @Inject
    ReleaseRepository releases;

    @Inject
    HostTokens tokens;

    @Inject
    Authority authority;

    @Inject
    AuditTrail trail;

    /** What is to be tried out now. Each call is a test of its own, under a token of its own. */
    public TestOrder order(String number) {
        authority.requireMachine();
        Release release = releases.require(Release.number(number));
        if (!release.state().allowed().contains(ReleaseVerb.RECORD_TEST)) {
            throw new Conflict(
                    "nothing-to-test",
                    number + " has no package that waits for a test; it is " + release.state() + ".",
                    Map.of("record", number, "state", release.state().name()));
        }
        long token = tokens.next();
        return new TestOrder(
                number,
                release.packageDigest(),
                release.order().product(),
                release.order().version(),
                number + "-T" + token,
                token);
    }

    /**
     * Records what a test showed; the release is TESTED when install and way back were both shown to work.
     *
     * @throws Conflict when another package is attached by now
     */
    public void recordTest(String number, TestResult result) {
        authority.requireMachine();
        Release release = releases.require(Release.number(number));
        trail.change(
                release,
                AuditEntry.of("release.recordTest").atServer(result.server()),
                deed -> release.recordTest(result, deed));
    }
}
