package io.throughline.audit.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Grows a tree leaf by leaf. It holds no more than the right edge, one tile for each level, and hands out the tiles that
 * have to be stored.
 */
public final class TreeBuilder {

    /** The last tile of a level, not yet full. */
    private static final class Edge {
        private final byte[] hashes = new byte[Tile.WIDTH * TreeHasher.BYTES];
        private int count;
        private long index;
        private boolean changed;
    }

    private final TreeHasher hasher = new TreeHasher();
    private final List<Edge> edges = new ArrayList<>();
    private final List<Tile> filled = new ArrayList<>();
    private long size;

    /** Goes on with a tree of so many leaves, whose tiles are stored. */
    public static TreeBuilder resume(long size, TileSource tiles) {
        TreeBuilder tree = new TreeBuilder();
        tree.size = size;
        long entries = size;
        for (int level = 0; entries > 0; level++) {
            Edge edge = new Edge();
            edge.index = entries >> Tile.HEIGHT;
            edge.count = (int) (entries & (Tile.WIDTH - 1));
            if (edge.count > 0) {
                byte[] stored = tiles.hashes(level, edge.index);
                if (stored.length < edge.count * TreeHasher.BYTES) {
                    throw new BrokenProof("tile " + level + "/" + edge.index + " is shorter than the tree says");
                }
                System.arraycopy(stored, 0, edge.hashes, 0, edge.count * TreeHasher.BYTES);
            }
            tree.edges.add(edge);
            entries = edge.index;
        }
        return tree;
    }

    /** Appends a leaf by its hash. */
    public void append(byte[] leafHash) {
        size++;
        push(0, leafHash);
    }

    private void push(int level, byte[] hash) {
        if (level == edges.size()) {
            edges.add(new Edge());
        }
        Edge edge = edges.get(level);
        System.arraycopy(hash, 0, edge.hashes, edge.count * TreeHasher.BYTES, TreeHasher.BYTES);
        edge.count++;
        edge.changed = true;
        if (edge.count == Tile.WIDTH) {
            filled.add(new Tile(level, edge.index, edge.hashes.clone()));
            byte[] root = hasher.fold(edge.hashes, 0, Tile.WIDTH);
            edge.count = 0;
            edge.index++;
            edge.changed = false;
            push(level + 1, root);
        }
    }

    public long size() {
        return size;
    }

    public byte[] root() {
        byte[] root = null;
        for (Edge edge : edges) {
            int left = edge.count;
            while (left > 0) {
                int perfect = Integer.lowestOneBit(left);
                left -= perfect;
                byte[] part = hasher.fold(edge.hashes, left * TreeHasher.BYTES, perfect);
                root = root == null ? part : hasher.node(part, root);
            }
        }
        return root == null ? hasher.empty() : root;
    }

    /** The tiles that were filled or begun since the last time, each as it is now. */
    public List<Tile> takeChanged() {
        List<Tile> changed = new ArrayList<>(filled);
        filled.clear();
        for (int level = 0; level < edges.size(); level++) {
            Edge edge = edges.get(level);
            if (edge.changed) {
                changed.add(new Tile(level, edge.index, Arrays.copyOf(edge.hashes, edge.count * TreeHasher.BYTES)));
                edge.changed = false;
            }
        }
        return changed;
    }
}
