package io.throughline.release.domain;

import io.throughline.kernel.domain.Page;
import io.throughline.kernel.domain.Repository;
import java.util.List;

/** Where releases are kept. */
public interface ReleaseRepository extends Repository<Release> {

    /** What a page of releases is narrowed to; null means any. */
    record Selection(ReleaseState state, String change) {}

    Page<Release> page(Selection selection, Long before, int size);

    List<Release> ofChange(String change);
}
