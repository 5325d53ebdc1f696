package io.throughline.audit.proof;

import java.util.Base64;

/**
 * What a log commits to: who it is, how many entries it has and the root over them (C2SP tlog-checkpoint).
 *
 * @param origin name of the log
 * @param size number of its entries
 * @param root root of its Merkle tree
 */
public record Checkpoint(String origin, long size, byte[] root) {

    /** The three lines that are signed. */
    public String text() {
        return origin + "\n" + size + "\n" + rootText() + "\n";
    }

    public String rootText() {
        return Base64.getEncoder().encodeToString(root);
    }

    /** Reads the text of a note. Lines after the third are extensions and not looked at. */
    public static Checkpoint parse(String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length < 4 || lines[0].isEmpty() || !lines[1].matches("0|[1-9][0-9]{0,17}")) {
            throw new BrokenProof("no checkpoint: it needs origin, size and root on a line each");
        }
        byte[] root = Encoding.base64(lines[2], "the checkpoint's root");
        if (root.length != TreeHasher.BYTES) {
            throw new BrokenProof("the checkpoint's root has " + root.length + " bytes instead of 32");
        }
        return new Checkpoint(lines[0], Long.parseLong(lines[1]), root);
    }
}
