package io.throughline.release.domain;

import io.throughline.kernel.domain.Page;
import io.throughline.kernel.domain.Repository;
import java.util.List;
import java.util.Optional;

/** Where releases are kept. */
public interface ReleaseRepository extends Repository<Release> {

    /**
     * @param state null for any
     * @param change number of a change, or null for any
     */
    Page<Release> page(ReleaseState state, String change, Long before, int size);

    List<Release> ofChange(String change);

    /** The newest release with this package that was accepted, and not given up afterwards. */
    Optional<Release> newestAccepted(String packageDigest);
}
