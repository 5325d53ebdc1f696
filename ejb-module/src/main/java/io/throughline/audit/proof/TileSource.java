package io.throughline.audit.proof;

/** Where the tiles of a tree lie. */
@FunctionalInterface
public interface TileSource {

    /**
     * @return the tile's hashes as far as there are any; they may be more than the size at hand needs
     * @throws BrokenProof when there is no such tile
     */
    byte[] hashes(int level, long index);
}
