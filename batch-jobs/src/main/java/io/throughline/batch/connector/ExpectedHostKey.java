package io.throughline.batch.connector;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A host key as it is expected, known by its fingerprint.
 *
 * @param type key type such as {@code ssh-ed25519}; null when only the fingerprint is known
 * @param fingerprint as OpenSSH prints it: {@code SHA256:} and 43 characters of base64
 */
public record ExpectedHostKey(String type, String fingerprint) {

    private static final Pattern FINGERPRINT = Pattern.compile("SHA256:[A-Za-z0-9+/]{43}");
    private static final String ALLOWED = "a host key must be a line as in a host's ssh_host_*.pub (type, base64)"
            + " or its fingerprint (SHA256: and 43 characters)";

    public ExpectedHostKey {
        if (fingerprint == null || !FINGERPRINT.matcher(fingerprint).matches()) {
            throw new IllegalArgumentException(ALLOWED);
        }
    }

    /**
     * Reads an OpenSSH public key line ({@code ssh-ed25519 AAAA… comment}) or a fingerprint ({@code SHA256:…}). A line
     * is better: a host with several keys is then asked for the one that we know.
     *
     * @throws IllegalArgumentException saying what is allowed
     */
    public static ExpectedHostKey parse(String text) {
        String[] words = text.strip().split("\\s+");
        if (words.length == 1) {
            return new ExpectedHostKey(null, words[0].replaceFirst("=+$", ""));
        }
        byte[] blob;
        try {
            blob = Base64.getDecoder().decode(words[1]);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(ALLOWED, e);
        }
        if (!typeInside(blob).equals(Optional.of(words[0]))) {
            throw new IllegalArgumentException(ALLOWED + "; this one is cut or damaged");
        }
        return new ExpectedHostKey(words[0], fingerprintOf(blob));
    }

    /** The fingerprint of a public key in its SSH encoding. */
    public static String fingerprintOf(byte[] blob) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(blob);
            return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static Optional<String> typeInside(byte[] blob) {
        if (blob.length < Integer.BYTES) {
            return Optional.empty();
        }
        int length = ByteBuffer.wrap(blob).getInt();
        return length < 1 || length > blob.length - Integer.BYTES
                ? Optional.empty()
                : Optional.of(new String(
                        Arrays.copyOfRange(blob, Integer.BYTES, Integer.BYTES + length), StandardCharsets.US_ASCII));
    }
}
