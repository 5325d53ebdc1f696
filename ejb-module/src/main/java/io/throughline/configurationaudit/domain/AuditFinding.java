package io.throughline.configurationaudit.domain;

import io.throughline.kernel.domain.AuditedRoot;
import io.throughline.kernel.domain.Deed;
import io.throughline.kernel.domain.Facts;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * A difference that an audit found and no change explains. It stays one finding as long as the difference stays, however
 * many audits see it; a person decides what becomes of it, and an audit that looks and finds it no more ends it.
 */
@Entity
@Table(name = "audit_finding")
public class AuditFinding extends AuditedRoot {

    private static final int LONGEST = 1000;

    @Column(name = "finding_key", nullable = false, updatable = false)
    private String key;

    @Enumerated(EnumType.STRING)
    @Column(name = "finding_kind", nullable = false, updatable = false)
    private FindingKind findingKind;

    @Column(name = "server_number", nullable = false, updatable = false)
    private String server;

    @Column(updatable = false)
    private String product;

    @Column(name = "file_path", updatable = false)
    private String path;

    private String expected;

    private String observed;

    @Column(name = "change_number")
    private String change;

    @Column(name = "first_audit", nullable = false, updatable = false)
    private String firstAudit;

    @Column(name = "last_audit", nullable = false)
    private String lastAudit;

    @Column(name = "found_at", nullable = false, updatable = false)
    private Instant foundAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "finding_state", nullable = false)
    private FindingState state;

    @Enumerated(EnumType.STRING)
    private Decision decision;

    @Column(name = "decided_by")
    private String decidedBy;

    protected AuditFinding() {}

    public AuditFinding(RecordNumber number, Difference difference, String audit, Deed deed) {
        super(number);
        this.key = difference.key();
        this.findingKind = difference.kind();
        this.server = difference.server();
        this.product = difference.product();
        this.path = difference.path();
        this.firstAudit = audit;
        this.foundAt = deed.at();
        this.state = FindingState.OPEN;
        take(difference, audit);
    }

    @Override
    public RecordKind kind() {
        return RecordKind.AUDIT_FINDING;
    }

    @Override
    public Facts facts() {
        return Facts.of()
                .put("finding", findingKind)
                .put("server", server)
                .put("product", product)
                .put("path", path)
                .put("expected", expected)
                .put("observed", observed)
                .put("change", change)
                .put("state", state)
                .put("decision", decision)
                .put("lastAudit", lastAudit);
    }

    /** A later audit sees it again. */
    public void seeAgain(Difference difference, String audit, Deed deed) {
        move(FindingVerb.SEE_AGAIN, deed);
        take(difference, audit);
    }

    /** A later audit looked and does not find it any more. */
    public void vanish(String audit, Deed deed) {
        move(FindingVerb.VANISH, deed);
        lastAudit = audit;
    }

    /** The deed's reason says why. */
    public void decide(Decision chosen, Deed deed) {
        move(FindingVerb.DECIDE, deed);
        decision = chosen;
        decidedBy = deed.actor();
    }

    private void take(Difference difference, String audit) {
        expected = cut(difference.expected());
        observed = cut(difference.observed());
        change = difference.change();
        lastAudit = audit;
    }

    private void move(FindingVerb verb, Deed deed) {
        FindingState after = FindingState.TRANSITIONS.after(number(), state, verb);
        changed(verb, state, after, deed);
        state = after;
    }

    private static String cut(String text) {
        return text == null || text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    public String key() {
        return key;
    }

    public FindingKind findingKind() {
        return findingKind;
    }

    public String server() {
        return server;
    }

    public String product() {
        return product;
    }

    public String path() {
        return path;
    }

    public String expected() {
        return expected;
    }

    public String observed() {
        return observed;
    }

    public String change() {
        return change;
    }

    public String firstAudit() {
        return firstAudit;
    }

    public String lastAudit() {
        return lastAudit;
    }

    public Instant foundAt() {
        return foundAt;
    }

    public FindingState state() {
        return state;
    }

    public Decision decision() {
        return decision;
    }

    public String decidedBy() {
        return decidedBy;
    }
}
