package io.throughline.web.audit;

import io.throughline.audit.verification.AuditVerification;
import io.throughline.identity.service.AuditAccess;
import io.throughline.web.page.Attempt;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;

/** What the latest verification asked for in the portal said, and when: the badge on the audit page. */
@Named
@ApplicationScoped
public class Verification {

    /** A verification and its time. */
    public record Finding(AuditVerification result, Instant at) {}

    @Inject
    AuditAccess audit;

    @Inject
    Attempt attempt;

    @Inject
    Clock clock;

    private volatile Finding latest;

    public String now() {
        return attempt.at("/audit/records.xhtml?faces-redirect=true", null, () -> {
            latest = new Finding(audit.verify(), clock.instant());
            return latest;
        });
    }

    public Finding getLatest() {
        return latest;
    }
}
