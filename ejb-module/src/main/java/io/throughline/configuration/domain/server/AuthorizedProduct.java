package io.throughline.configuration.domain.server;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * What should be on a server: the version of a product that the newest closed change put there, or that was registered
 * with the server. The configuration audit compares it with what is found.
 */
@Entity
@Table(name = "authorized_product")
public class AuthorizedProduct {

    @Id
    @SequenceGenerator(name = "authorized_product_seq", sequenceName = "authorized_product_seq", allocationSize = 50)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "authorized_product_seq")
    private Long id;

    @Column(name = "server_number", nullable = false, updatable = false)
    private String server;

    @Column(nullable = false, updatable = false)
    private String product;

    @Column(name = "product_version", nullable = false)
    private String version;

    @Column(name = "change_number")
    private String change;

    @Column(name = "authorized_since", nullable = false)
    private Instant since;

    protected AuthorizedProduct() {}

    public AuthorizedProduct(String server, String product, String version, String change, Instant since) {
        this.server = server;
        this.product = product;
        become(version, change, since);
    }

    /** From now on another version is right. */
    public final void become(String newVersion, String byChange, Instant at) {
        this.version = newVersion;
        this.change = byChange;
        this.since = at;
    }

    public String server() {
        return server;
    }

    public String product() {
        return product;
    }

    public String version() {
        return version;
    }

    /** Number of the closed change that says so; null when it was registered with the server. */
    public String change() {
        return change;
    }

    public Instant since() {
        return since;
    }
}
