package io.throughline.identity.service;

import io.throughline.identity.domain.ApiToken;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.Times;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Tokens of the API. One lives for an hour from the login that it stands for; nothing makes it live longer, and no token
 * is given for a token.
 */
@ApplicationScoped
class Tokens {

    static final Duration LIFE = Duration.ofHours(1);
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    LoginService.Token issue(LoginService.Login login) {
        byte[] secret = new byte[32];
        RANDOM.nextBytes(secret);
        String token = "tl_" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        Instant expiresAt = Times.now(clock).plus(LIFE);
        entities.persist(new ApiToken(digest(token), login.person().number(), login.generation(), expiresAt));
        return new LoginService.Token(token, expiresAt);
    }

    /** Empty when it is unknown or expired. */
    Optional<ApiToken> find(String token) {
        return Optional.ofNullable(entities.find(ApiToken.class, digest(token)))
                .filter(known -> known.validAt(clock.instant()));
    }

    /** Ends all logins of the person that tokens stand for. */
    void deleteOf(RecordNumber person) {
        entities.createQuery("DELETE FROM ApiToken t WHERE t.person = :person")
                .setParameter("person", person.toString())
                .executeUpdate();
    }

    /**
     * Deletes tokens that are worth nothing any more.
     *
     * @return how many
     */
    int deleteExpired() {
        return entities.createQuery("DELETE FROM ApiToken t WHERE t.expiresAt <= :now")
                .setParameter("now", Times.now(clock))
                .executeUpdate();
    }

    private static String digest(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
