package io.throughline.identity.service;

import io.throughline.kernel.domain.refusal.Invalid;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.security.SecureRandom;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Hashes passwords with PBKDF2 over HMAC-SHA-512, by Jakarta Security's own implementation. Its rounds are an option; 210,000
 * unless told otherwise is the work factor of OWASP's <a
 * href="https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html">Password Storage Cheat Sheet</a>
 * for PBKDF2-HMAC-SHA512 (section PBKDF2, since 2023; 600,000 is its figure for SHA-256). The launcher allows no fewer than
 * 10,000. When the cost changes, hashes made at the former one are made anew at the next login.
 */
@ApplicationScoped
public class Passwords {

    private static final int SHORTEST = 12;
    private static final int LONGEST = 256;
    private static final String ALGORITHM = "PBKDF2WithHmacSHA512";
    private static final String ONE_TIME_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    @Inject
    Pbkdf2PasswordHash hash;

    @Inject
    @ConfigProperty(name = "throughline.password.rounds", defaultValue = "210000")
    int rounds;

    private final SecureRandom random = new SecureRandom();
    private String nobody;

    @PostConstruct
    void initialize() {
        hash.initialize(Map.of(
                "Pbkdf2PasswordHash.Algorithm",
                ALGORITHM,
                "Pbkdf2PasswordHash.Iterations",
                String.valueOf(rounds),
                "Pbkdf2PasswordHash.SaltSizeBytes",
                "16",
                "Pbkdf2PasswordHash.KeySizeBytes",
                "32"));
        nobody = hash.generate(oneTime().toCharArray());
    }

    /**
     * @throws Invalid when the password is too short or too long
     */
    String hash(String password) {
        if (password == null || password.length() < SHORTEST || password.length() > LONGEST) {
            throw Invalid.field("password", "must have " + SHORTEST + " to " + LONGEST + " characters");
        }
        return hash.generate(password.toCharArray());
    }

    /** Hashes a password that was right, whatever today's rules about its length. */
    String hashAgain(String password) {
        return hash.generate(password.toCharArray());
    }

    /** Whether the hash was made at another cost than today's; it begins with algorithm and rounds. */
    boolean isOutdated(String storedHash) {
        return !storedHash.startsWith(ALGORITHM + ":" + rounds + ":");
    }

    /** Costs the same whether the person exists or not, so that names cannot be guessed by the clock. */
    boolean matches(String password, String storedHash) {
        boolean same = hash.verify(password.toCharArray(), storedHash == null ? nobody : storedHash);
        return same && storedHash != null;
    }

    /** A password to be used once: four groups of four letters and digits that are hard to mistake. */
    String oneTime() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            text.append(i > 0 && i % 4 == 0 ? "-" : "")
                    .append(ONE_TIME_LETTERS.charAt(random.nextInt(ONE_TIME_LETTERS.length())));
        }
        return text.toString();
    }
}
