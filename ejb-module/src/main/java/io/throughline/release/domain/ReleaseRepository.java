package io.throughline.release.domain;

import io.throughline.kernel.domain.Page;
import io.throughline.kernel.domain.Repository;
import java.util.List;

/** Where releases are kept. */
public interface ReleaseRepository extends Repository<Release> {

    /**
     * @param state null for any
     * @param change number of a change, or null for any
     */
    Page<Release> page(ReleaseState state, String change, Long before, int size);

    List<Release> ofChange(String change);
}
