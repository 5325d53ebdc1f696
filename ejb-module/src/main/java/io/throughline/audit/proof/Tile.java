package io.throughline.audit.proof;

/**
 * A piece of a tree as it is stored: up to 256 hashes of one height, side by side. Tiles of level 0 hold the leaves; an
 * entry of level n + 1 is the root over one full tile of level n (C2SP tlog-tiles).
 *
 * @param level 0 for the leaves
 * @param index place among the tiles of its level, from 0
 * @param hashes its hashes one after the other
 */
public record Tile(int level, long index, byte[] hashes) {

    /** Binary logarithm of the width. */
    public static final int HEIGHT = 8;

    /** Hashes in a full tile. */
    public static final int WIDTH = 1 << HEIGHT;

    public boolean full() {
        return hashes.length == WIDTH * TreeHasher.BYTES;
    }
}
