package io.throughline.audit.proof;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Public key of whoever signs notes, written {@code <name>+<id>+<key>} (C2SP signed-note): the id is eight hexadecimal
 * digits, the first four bytes of SHA-256 over name, newline, 0x01 and the 32 bytes of the Ed25519 key.
 */
public final class VerifierKey {

    static final byte ED25519 = 1;

    private static final byte[] SPKI = HexFormat.of().parseHex("302a300506032b6570032100");

    private final String name;
    private final byte[] raw;
    private final PublicKey key;

    private VerifierKey(String name, byte[] raw) {
        if (name.isEmpty() || name.indexOf('+') >= 0 || name.chars().anyMatch(Character::isWhitespace)) {
            throw new BrokenProof("a key's name must have neither plus signs nor white space");
        }
        this.name = name;
        this.raw = raw;
        try {
            byte[] encoded = Arrays.copyOf(SPKI, SPKI.length + raw.length);
            System.arraycopy(raw, 0, encoded, SPKI.length, raw.length);
            this.key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new BrokenProof("no Ed25519 key", e);
        }
    }

    static VerifierKey of(String name, PublicKey key) {
        byte[] encoded = key.getEncoded();
        return new VerifierKey(name, Arrays.copyOfRange(encoded, SPKI.length, encoded.length));
    }

    /** Reads {@code <name>+<id>+<key>}. */
    public static VerifierKey parse(String text) {
        String[] parts = text.strip().split("\\+", 3);
        if (parts.length != 3) {
            throw new BrokenProof("no verifier key: " + text);
        }
        byte[] typed = Encoding.base64(parts[2], "the verifier key");
        if (typed.length != TreeHasher.BYTES + 1 || typed[0] != ED25519) {
            throw new BrokenProof("the verifier key is not of Ed25519");
        }
        VerifierKey key = new VerifierKey(parts[0], Arrays.copyOfRange(typed, 1, typed.length));
        if (!key.idText().equals(parts[1])) {
            throw new BrokenProof("the verifier key has another id than it says");
        }
        return key;
    }

    public String name() {
        return name;
    }

    /** First four bytes of SHA-256 over name, newline, 0x01 and key. */
    public byte[] id() {
        byte[] named = (name + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(named, named.length + 1 + raw.length);
        all[named.length] = ED25519;
        System.arraycopy(raw, 0, all, named.length + 1, raw.length);
        return Arrays.copyOf(new TreeHasher().plain(all), 4);
    }

    public String idText() {
        return HexFormat.of().formatHex(id());
    }

    /** As a file for OpenSSL. */
    public String pem() {
        return "-----BEGIN PUBLIC KEY-----\n" + Base64.getEncoder().encodeToString(key.getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    boolean signed(byte[] text, byte[] signature) {
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(text);
            return check.verify(signature);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    @Override
    public String toString() {
        byte[] typed = new byte[raw.length + 1];
        typed[0] = ED25519;
        System.arraycopy(raw, 0, typed, 1, raw.length);
        return name + "+" + idText() + "+" + Base64.getEncoder().encodeToString(typed);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey that && toString().equals(that.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }
}
