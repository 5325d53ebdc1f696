package io.throughline.audit.proof;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * Private key that signs checkpoints. Its text has two lines: the signer key as Go's {@code note.NewSigner} takes it,
 * {@code PRIVATE+KEY+<name>+<id>+<seed>}, and the verifier key.
 */
public final class SigningKey {

    private static final byte[] PKCS8 = HexFormat.of().parseHex("302e020100300506032b657004220420");
    private static final String PREFIX = "PRIVATE+KEY+";

    private final PrivateKey key;
    private final byte[] seed;
    private final VerifierKey verifier;

    private SigningKey(byte[] seed, VerifierKey verifier) throws GeneralSecurityException {
        byte[] encoded = Arrays.copyOf(PKCS8, PKCS8.length + seed.length);
        System.arraycopy(seed, 0, encoded, PKCS8.length, seed.length);
        this.key = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        this.seed = seed;
        this.verifier = verifier;
    }

    public static SigningKey generate(String name) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            byte[] encoded = pair.getPrivate().getEncoded();
            return new SigningKey(
                    Arrays.copyOfRange(encoded, PKCS8.length, encoded.length), VerifierKey.of(name, pair.getPublic()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK from 15 on has Ed25519", e);
        }
    }

    /**
     * @throws BrokenProof when the text is no such key, or its two lines do not belong together
     */
    public static SigningKey parse(String text) {
        List<String> lines = text.lines().toList();
        if (lines.size() < 2 || !lines.get(0).startsWith(PREFIX)) {
            throw new BrokenProof("no signing key");
        }
        VerifierKey verifier = VerifierKey.parse(lines.get(1));
        String[] parts = lines.get(0).substring(PREFIX.length()).split("\\+", 3);
        byte[] typed = parts.length == 3 ? Encoding.base64(parts[2], "the signing key") : new byte[0];
        if (typed.length != TreeHasher.BYTES + 1 || typed[0] != VerifierKey.ED25519) {
            throw new BrokenProof("the signing key is not of Ed25519");
        }
        try {
            SigningKey key = new SigningKey(Arrays.copyOfRange(typed, 1, typed.length), verifier);
            byte[] probe = "probe".getBytes(StandardCharsets.UTF_8);
            if (!verifier.signed(probe, key.sign(probe))) {
                throw new BrokenProof("the signing key and the verifier key beside it are not a pair");
            }
            return key;
        } catch (GeneralSecurityException e) {
            throw new BrokenProof("the signing key cannot be used", e);
        }
    }

    public VerifierKey verifier() {
        return verifier;
    }

    /** The text to keep in a file that nobody else can read. */
    public String text() {
        byte[] typed = new byte[seed.length + 1];
        typed[0] = VerifierKey.ED25519;
        System.arraycopy(seed, 0, typed, 1, seed.length);
        return PREFIX + verifier.name() + "+" + verifier.idText() + "+"
                + Base64.getEncoder().encodeToString(typed) + "\n" + verifier + "\n";
    }

    byte[] sign(byte[] text) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(text);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
