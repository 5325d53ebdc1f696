package io.throughline.change.domain.link;

import io.throughline.kernel.domain.Sha256;
import io.throughline.kernel.domain.refusal.Conflict;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/**
 * Calls one person to one change, for a short time and once. Only the digest of its token is kept. It opens the page on
 * which that person logs in again to sign; alone it allows nothing.
 */
@Entity
@Table(name = "authorization_link")
public class AuthorizationLink {

    @Id
    @Column(name = "token_digest")
    private String digest;

    @Version
    @Column(nullable = false)
    private long version;

    @Column(name = "change_number", nullable = false, updatable = false)
    private String change;

    @Column(name = "person_number", nullable = false, updatable = false)
    private String person;

    @Column(name = "window_from", updatable = false)
    private Instant windowFrom;

    @Column(name = "window_to", nullable = false, updatable = false)
    private Instant windowTo;

    @Column(name = "expires_at", nullable = false, updatable = false)
    private Instant expiresAt;

    @Column(name = "used_at")
    private Instant usedAt;

    protected AuthorizationLink() {}

    /**
     * @param windowFrom beginning of the window that is proposed; null for the moment of signing
     */
    public AuthorizationLink(
            String token, String change, String person, Instant windowFrom, Instant windowTo, Instant expiresAt) {
        this.digest = digestOf(token);
        this.change = change;
        this.person = person;
        this.windowFrom = windowFrom;
        this.windowTo = windowTo;
        this.expiresAt = expiresAt;
    }

    public static String digestOf(String token) {
        return Sha256.of(token);
    }

    /**
     * @throws Conflict when it was used or is too old
     */
    public void requireUsable(Instant now) {
        if (usedAt != null || !now.isBefore(expiresAt)) {
            throw new Conflict("link-used-up", "This link was used already or is too old; ask for another.");
        }
    }

    public void use(Instant now) {
        requireUsable(now);
        this.usedAt = now;
    }

    public String change() {
        return change;
    }

    /** Number of the only person for whom it is. */
    public String person() {
        return person;
    }

    public Instant windowFrom() {
        return windowFrom;
    }

    public Instant windowTo() {
        return windowTo;
    }

    public Instant expiresAt() {
        return expiresAt;
    }
}
