package io.throughline.audit.proof;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Hashes of RFC 6962, section 2.1: SHA-256, a zero byte before a leaf and a one before a node, so that neither can pass
 * for the other. Not safe for use by several threads at once.
 */
public final class TreeHasher {

    /** Length of every hash. */
    public static final int BYTES = 32;

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final MessageDigest sha256;

    public TreeHasher() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    public byte[] leaf(byte[] data) {
        sha256.update(LEAF);
        return sha256.digest(data);
    }

    public byte[] node(byte[] left, byte[] right) {
        sha256.update(NODE);
        sha256.update(left);
        return sha256.digest(right);
    }

    /** Root of the tree without leaves: SHA-256 of nothing. */
    public byte[] empty() {
        return sha256.digest();
    }

    /** SHA-256 of the data alone. */
    public byte[] plain(byte[] data) {
        return sha256.digest(data);
    }

    /** Root of a perfect tree over so many hashes, a power of two, that lie one after the other. */
    byte[] fold(byte[] hashes, int offset, int count) {
        byte[] level = new byte[count * BYTES];
        System.arraycopy(hashes, offset, level, 0, level.length);
        for (int left = count; left > 1; left /= 2) {
            for (int i = 0; i < left; i += 2) {
                sha256.update(NODE);
                sha256.update(level, i * BYTES, 2 * BYTES);
                byte[] parent = sha256.digest();
                System.arraycopy(parent, 0, level, i / 2 * BYTES, BYTES);
            }
        }
        byte[] root = new byte[BYTES];
        System.arraycopy(level, 0, root, 0, BYTES);
        return root;
    }
}
