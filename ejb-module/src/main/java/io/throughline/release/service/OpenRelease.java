package io.throughline.release.service;

import io.throughline.release.domain.ReleaseOrder;

/**
 * What a coordinated change wants released.
 *
 * @param change number of the change
 * @param releaseManager number of the Release Manager who is notified
 */
public record OpenRelease(
        String change,
        String title,
        String product,
        String version,
        String priority,
        boolean emergency,
        String releaseManager) {

    ReleaseOrder order() {
        return new ReleaseOrder(change, title, product, version, priority, emergency, releaseManager);
    }
}
