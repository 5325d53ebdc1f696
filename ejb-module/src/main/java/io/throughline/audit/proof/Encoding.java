package io.throughline.audit.proof;

import java.util.Base64;
import java.util.HexFormat;

/** Base64 and hexadecimal digits that say whose they were when they are wrong. */
final class Encoding {

    private Encoding() {}

    static byte[] base64(String text, String whose) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new BrokenProof(whose + " is not base64", e);
        }
    }

    static byte[] hex(String text, String whose) {
        try {
            return HexFormat.of().parseHex(text);
        } catch (IllegalArgumentException e) {
            throw new BrokenProof(whose + " is not hexadecimal", e);
        }
    }
}
