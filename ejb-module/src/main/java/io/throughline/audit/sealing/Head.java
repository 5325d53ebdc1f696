package io.throughline.audit.sealing;

/**
 * End of the tree as stored in the one row that whoever seals locks.
 *
 * @param size how many records are sealed
 * @param root base64 of the root over them
 * @param origin name of the log; null before the first checkpoint
 */
public record Head(long size, String root, String origin) {}
