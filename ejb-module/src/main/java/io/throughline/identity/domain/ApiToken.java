package io.throughline.identity.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A short-lived proof of a login for the API. Only the digest of the token is kept. */
@Entity
@Table(name = "api_token")
public class ApiToken {

    @Id
    @Column(name = "token_digest")
    private String digest;

    @Column(name = "person_number", nullable = false, updatable = false)
    private String person;

    @Column(name = "login_generation", nullable = false, updatable = false)
    private int generation;

    @Column(name = "expires_at", nullable = false, updatable = false)
    private Instant expiresAt;

    protected ApiToken() {}

    /**
     * @param generation of the person's logins; the token ends with it
     */
    public ApiToken(String digest, String person, int generation, Instant expiresAt) {
        this.digest = digest;
        this.person = person;
        this.generation = generation;
        this.expiresAt = expiresAt;
    }

    public String person() {
        return person;
    }

    public int generation() {
        return generation;
    }

    public boolean validAt(Instant now) {
        return now.isBefore(expiresAt);
    }
}
