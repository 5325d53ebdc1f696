package io.throughline.deployment.domain;

import io.throughline.kernel.domain.AuditedPart;
import io.throughline.kernel.domain.AuditedRoot;
import io.throughline.kernel.domain.Deed;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** One server to be left out of a deployment: asked for with a reason, and in force once a second person agreed. */
@Entity
@Table(name = "deployment_exclusion")
public class Exclusion implements AuditedPart {

    @Id
    @SequenceGenerator(
            name = "deployment_exclusion_seq",
            sequenceName = "deployment_exclusion_seq",
            allocationSize = 50)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "deployment_exclusion_seq")
    private Long id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "deployment_id", nullable = false, updatable = false)
    private Deployment deployment;

    @Column(name = "server_number", nullable = false, updatable = false)
    private String server;

    @Column(nullable = false, updatable = false)
    private String reason;

    @Column(name = "asked_by", nullable = false, updatable = false)
    private String askedBy;

    @Column(name = "asked_at", nullable = false, updatable = false)
    private Instant askedAt;

    @Column(name = "approved_by")
    private String approvedBy;

    @Column(name = "approved_at")
    private Instant approvedAt;

    protected Exclusion() {}

    Exclusion(Deployment deployment, String server, Deed deed) {
        this.deployment = deployment;
        this.server = server;
        this.reason = deed.reason();
        this.askedBy = deed.actor();
        this.askedAt = deed.at();
    }

    @Override
    public AuditedRoot auditedRoot() {
        return deployment;
    }

    void approve(Deed deed) {
        this.approvedBy = deed.actor();
        this.approvedAt = deed.at();
    }

    /** Server, reason and by whom, in one line. */
    String text() {
        return server + " by " + askedBy + (isApproved() ? " and " + approvedBy : "") + ": " + reason;
    }

    public boolean isApproved() {
        return approvedBy != null;
    }

    public String server() {
        return server;
    }

    public String reason() {
        return reason;
    }

    public String askedBy() {
        return askedBy;
    }

    public Instant askedAt() {
        return askedAt;
    }

    public String approvedBy() {
        return approvedBy;
    }

    public Instant approvedAt() {
        return approvedAt;
    }
}
