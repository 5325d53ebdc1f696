package io.throughline.audit.service;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/** SHA-256 in the few forms that the trail needs. */
final class Hashes {

    /** The link before the first record. */
    static final String START = "0".repeat(64);

    private static final SecureRandom RANDOM = new SecureRandom();

    private Hashes() {}

    static String ofText(String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The next link of the chain: SHA-256 over the link before and the record's digest, 32 bytes each. */
    static String link(String former, String digest) {
        MessageDigest sha256 = sha256();
        sha256.update(HexFormat.of().parseHex(former));
        return HexFormat.of().formatHex(sha256.digest(HexFormat.of().parseHex(digest)));
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
