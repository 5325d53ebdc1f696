package io.throughline.release.domain;

/**
 * What an authorized change wants released.
 *
 * @param change number of the change
 * @param manager number of the Release Manager who is notified
 */
public record ReleaseOrder(
        String change,
        String title,
        String product,
        String version,
        String priority,
        boolean emergency,
        String manager) {}
