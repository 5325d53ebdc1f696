package io.throughline.audit.service;

import io.throughline.audit.proof.TreeHasher;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/** SHA-256 in the few forms that the trail needs. */
final class Hashes {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Hashes() {}

    static String ofText(String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Hash of a record's content as a leaf of the tree (RFC 6962). */
    static String leaf(String content) {
        return HexFormat.of().formatHex(new TreeHasher().leaf(content.getBytes(StandardCharsets.UTF_8)));
    }

    /** Commitment to a value: SHA-256 over the salt's text, a zero byte and the value. */
    static String commitment(String salt, String value) {
        return ofText(salt + "\0" + value);
    }

    static String salt() {
        byte[] salt = new byte[16];
        RANDOM.nextBytes(salt);
        return HexFormat.of().formatHex(salt);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
