package io.throughline.audit.anchor;

import java.io.IOException;
import java.util.List;

/** A place where checkpoints are kept, beyond the reach of whoever has the database's password. */
public interface Anchor {

    /** As it was configured, without secrets: {@code file:/var/anchors}. */
    String name();

    /**
     * Keeps a checkpoint. Once it returns the checkpoint is there.
     *
     * @param note the signed note
     * @param growth proofs from the live tree, for those who ask for one
     * @throws AnchorRefused when the place holds something that this checkpoint contradicts
     * @throws IOException when the place cannot be reached now
     */
    void publish(String note, Growth growth) throws IOException, InterruptedException;

    /** The notes that can be read back; empty where that is not possible. */
    List<String> kept() throws IOException, InterruptedException;

    /** Proves that the tree at hand continues a smaller one. */
    interface Growth {

        /** @return hashes in base64 */
        List<String> since(long size);
    }
}
