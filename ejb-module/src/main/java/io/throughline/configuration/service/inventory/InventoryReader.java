package io.throughline.configuration.service.inventory;

import java.util.List;

/** Reads the servers that a file names. Keeps no state. */
interface InventoryReader {

    /**
     * @param problems takes every error with its line and field; what is read is worth nothing when it took one
     */
    List<InventoryEntry> read(String content, ImportProblems problems);
}
