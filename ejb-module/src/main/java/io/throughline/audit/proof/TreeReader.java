package io.throughline.audit.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads hashes and proofs of a tree from its tiles; each tile is fetched once. */
public final class TreeReader {

    private final TileSource tiles;
    private final TreeHasher hasher = new TreeHasher();
    private final Map<String, byte[]> fetched = new HashMap<>();

    public TreeReader(TileSource tiles) {
        this.tiles = tiles;
    }

    /** Root over the first so many leaves. */
    public byte[] root(long size) {
        return size == 0 ? hasher.empty() : range(0, size);
    }

    public byte[] leafHash(long index) {
        return perfect(0, index);
    }

    /** Audit path of RFC 6962, section 2.1.1: the hashes beside the way from the leaf up to the root. */
    public List<byte[]> inclusion(long index, long size) {
        if (index < 0 || index >= size) {
            throw new BrokenProof("there is no leaf " + index + " in a tree of " + size);
        }
        List<byte[]> path = new ArrayList<>();
        inclusion(index, 0, size, path);
        return path;
    }

    private void inclusion(long index, long from, long to, List<byte[]> path) {
        if (to - from == 1) {
            return;
        }
        long middle = from + split(to - from);
        if (index < middle) {
            inclusion(index, from, middle, path);
            path.add(range(middle, to));
        } else {
            inclusion(index, middle, to, path);
            path.add(range(from, middle));
        }
    }

    /** Consistency proof of RFC 6962, section 2.1.2: that the smaller tree is the beginning of the larger. */
    public List<byte[]> consistency(long smaller, long larger) {
        if (smaller < 1 || smaller > larger) {
            throw new BrokenProof("a tree of " + smaller + " is no beginning of one of " + larger);
        }
        List<byte[]> proof = new ArrayList<>();
        consistency(smaller, 0, larger, true, proof);
        return proof;
    }

    private void consistency(long size, long from, long to, boolean whole, List<byte[]> proof) {
        if (size == to - from) {
            if (!whole) {
                proof.add(range(from, to));
            }
            return;
        }
        long left = split(to - from);
        if (size <= left) {
            consistency(size, from, from + left, whole, proof);
            proof.add(range(from + left, to));
        } else {
            consistency(size - left, from + left, to, false, proof);
            proof.add(range(from, from + left));
        }
    }

    /** Root over the leaves from the first, included, to the second, excluded. */
    private byte[] range(long from, long to) {
        long count = to - from;
        if (Long.bitCount(count) == 1) {
            int height = Long.numberOfTrailingZeros(count);
            return perfect(height, from >> height);
        }
        long left = split(count);
        return hasher.node(range(from, from + left), range(from + left, to));
    }

    /** Root of the perfect subtree of this height that stands at this place among those of its height. */
    private byte[] perfect(int height, long index) {
        int level = height / Tile.HEIGHT;
        int within = height % Tile.HEIGHT;
        long first = index << within;
        long tile = first >> Tile.HEIGHT;
        int offset = (int) (first & (Tile.WIDTH - 1)) * TreeHasher.BYTES;
        int count = 1 << within;
        byte[] hashes = fetched.computeIfAbsent(level + "/" + tile, name -> tiles.hashes(level, tile));
        if (hashes.length < offset + count * TreeHasher.BYTES) {
            throw new BrokenProof("tile " + level + "/" + tile + " is shorter than the tree says");
        }
        return count == 1
                ? Arrays.copyOfRange(hashes, offset, offset + TreeHasher.BYTES)
                : hasher.fold(hashes, offset, count);
    }

    /** The largest power of two below the count. */
    private static long split(long count) {
        return Long.highestOneBit(count - 1);
    }
}
