package io.throughline.change.domain.authorization;

import io.throughline.kernel.domain.AuditedPart;
import io.throughline.kernel.domain.AuditedRoot;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** One server inside the envelope of an authorization. */
@Entity
@Table(name = "change_authorized_server")
public class AuthorizedServer implements AuditedPart {

    @Id
    @SequenceGenerator(
            name = "change_authorized_server_seq",
            sequenceName = "change_authorized_server_seq",
            allocationSize = 50)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "change_authorized_server_seq")
    private Long id;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    @JoinColumn(name = "authorization_id", updatable = false)
    private Authorization authorization;

    @Column(name = "server_number", nullable = false, updatable = false)
    private String server;

    @Column(name = "provides_service", nullable = false, updatable = false)
    private boolean provides;

    @Column(name = "added_by", nullable = false, updatable = false)
    private String addedBy;

    @Column(name = "added_at", nullable = false, updatable = false)
    private Instant addedAt;

    @Column(nullable = false)
    private boolean bound;

    @Enumerated(EnumType.STRING)
    @Column(name = "server_result", nullable = false)
    private ServerResult result;

    protected AuthorizedServer() {}

    AuthorizedServer(Authorization authorization, Envelope.Member member, String addedBy, Instant addedAt) {
        this.authorization = authorization;
        this.server = member.server();
        this.provides = member.provides();
        this.addedBy = addedBy;
        this.addedAt = addedAt;
        this.result = ServerResult.OPEN;
    }

    @Override
    public AuditedRoot auditedRoot() {
        return authorization.auditedRoot();
    }

    void bind(boolean toPlan) {
        this.bound = toPlan;
    }

    void result(ServerResult reached) {
        this.result = reached;
    }

    public String server() {
        return server;
    }

    /** Whether it provided the change's service when it was authorized. */
    public boolean provides() {
        return provides;
    }

    public String addedBy() {
        return addedBy;
    }

    public Instant addedAt() {
        return addedAt;
    }

    /** Whether the confirmed plan names it. */
    public boolean bound() {
        return bound;
    }

    public ServerResult result() {
        return result;
    }
}
