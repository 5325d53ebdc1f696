package io.throughline.audit.proof;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A text with signatures below it (C2SP signed-note): an empty line, then for each signature an em dash, the key's name
 * and base64 of key id and signature.
 *
 * @param text the signed text, which ends with a newline
 * @param signatures at least one
 */
public record SignedNote(String text, List<Line> signatures) {

    private static final String DASH = "\u2014 ";

    /** One signature: who, with which key, and the 64 bytes. */
    public record Line(String name, byte[] id, byte[] signature) {

        @Override
        public String toString() {
            byte[] both = Arrays.copyOf(id, id.length + signature.length);
            System.arraycopy(signature, 0, both, id.length, signature.length);
            return DASH + name + " " + Base64.getEncoder().encodeToString(both) + "\n";
        }
    }

    public static SignedNote sign(String text, SigningKey key) {
        return new SignedNote(
                text,
                List.of(new Line(
                        key.verifier().name(), key.verifier().id(), key.sign(text.getBytes(StandardCharsets.UTF_8)))));
    }

    public static SignedNote parse(String note) {
        int end = note.lastIndexOf("\n\n");
        if (end < 0 || !note.endsWith("\n")) {
            throw new BrokenProof("no signed note: no empty line stands before the signatures");
        }
        List<Line> signatures = new ArrayList<>();
        for (String line : note.substring(end + 2).split("\n")) {
            String[] parts = line.split(" ", 3);
            byte[] both = line.startsWith(DASH) && parts.length == 3
                    ? Encoding.base64(parts[2], "a signature of the note")
                    : new byte[0];
            if (both.length < 5) {
                throw new BrokenProof("no signed note: a line below the text is no signature");
            }
            signatures.add(new Line(parts[1], Arrays.copyOf(both, 4), Arrays.copyOfRange(both, 4, both.length)));
        }
        return new SignedNote(note.substring(0, end + 1), signatures);
    }

    /** The first of these keys that signed the text; empty when none of them did. */
    public Optional<VerifierKey> signer(Collection<VerifierKey> keys) {
        byte[] signed = text.getBytes(StandardCharsets.UTF_8);
        return keys.stream()
                .filter(key -> signatures.stream()
                        .anyMatch(line -> line.name().equals(key.name())
                                && Arrays.equals(line.id(), key.id())
                                && key.signed(signed, line.signature())))
                .findFirst();
    }

    @Override
    public String toString() {
        StringBuilder note = new StringBuilder(text).append('\n');
        signatures.forEach(note::append);
        return note.toString();
    }
}
