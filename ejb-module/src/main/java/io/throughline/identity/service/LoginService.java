package io.throughline.identity.service;

import io.throughline.audit.service.AuditEntry;
import io.throughline.audit.service.AuditTrail;
import io.throughline.identity.domain.ApiToken;
import io.throughline.identity.domain.Person;
import io.throughline.identity.domain.PersonRepository;
import io.throughline.kernel.domain.Facts;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.Times;
import io.throughline.kernel.service.Acting;
import jakarta.ejb.Stateless;
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
import java.util.UUID;

/** Recognises people by password and by token. Every login and every refused one is an audit record. */
@Stateless
public class LoginService {

    private static final Duration TOKEN_LIFE = Duration.ofHours(1);
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    PersonRepository people;

    @Inject
    AuditTrail trail;

    @Inject
    Passwords passwords;

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    /**
     * @param token opaque text to be sent as bearer token
     * @param expiresAt from when it is worth nothing
     */
    public record Token(String token, Instant expiresAt) {}

    /** Empty when username and password do not belong to an active person. */
    public Optional<PersonView> logIn(String username, String password, String sourceAddress) {
        Person person = people.byUsername(username).orElse(null);
        boolean matches = passwords.matches(password, person == null ? null : person.passwordHash());
        if (!matches || !person.active()) {
            note("login.refused", person == null ? "anonymous" : person.number().toString(), username, sourceAddress);
            return Optional.empty();
        }
        note("login", person.number().toString(), username, sourceAddress);
        return Optional.of(PersonView.from(person));
    }

    /** Whether the password is that of who acts: logging in again as a signature. */
    public boolean confirms(String password) {
        Acting.Account account = Acting.required();
        Person person = people.require(RecordNumber.parse(account.actor()));
        boolean matches = passwords.matches(password, person.passwordHash());
        trail.noteRegardless(
                AuditEntry.of(matches ? "signature" : "signature.refused").on(person.number()), Facts.of());
        return matches;
    }

    public Token issueToken(RecordNumber person) {
        byte[] secret = new byte[32];
        RANDOM.nextBytes(secret);
        String token = "tl_" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        Instant expiresAt = Times.now(clock).plus(TOKEN_LIFE);
        entities.persist(new ApiToken(digest(token), person.toString(), expiresAt));
        return new Token(token, expiresAt);
    }

    /** The person whose token this is; empty when it is unknown or expired, or the person left. */
    public Optional<PersonView> byToken(String token) {
        return Optional.ofNullable(entities.find(ApiToken.class, digest(token)))
                .filter(known -> known.validAt(clock.instant()))
                .flatMap(known -> people.find(RecordNumber.parse(known.person())))
                .filter(Person::active)
                .map(PersonView::from);
    }

    private void note(String action, String actor, String username, String sourceAddress) {
        Acting.Account account = new Acting.Account(
                actor,
                null,
                Acting.current()
                        .map(Acting.Account::requestId)
                        .orElseGet(() -> UUID.randomUUID().toString()),
                sourceAddress,
                null);
        Acting.run(
                account,
                () -> trail.noteRegardless(
                        AuditEntry.of(action).on(actor), Facts.of().personal("username", username)));
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
