package io.throughline.release.persistence;

import io.throughline.kernel.domain.Page;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.persistence.Filter;
import io.throughline.kernel.persistence.JpaRepository;
import io.throughline.release.domain.Release;
import io.throughline.release.domain.ReleaseRepository;
import io.throughline.release.domain.ReleaseState;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@ApplicationScoped
class JpaReleaseRepository extends JpaRepository<Release> implements ReleaseRepository {

    JpaReleaseRepository() {
        super(Release.class, RecordKind.RELEASE);
    }

    @Override
    public Page<Release> page(ReleaseState state, String change, Long before, int size) {
        Filter filter = new Filter().equal("state", state).equal("change", change);
        return page(filter.condition(), filter.values(), before, size);
    }

    @Override
    public List<Release> ofChange(String change) {
        return list("r.change = :change", Map.of("change", change));
    }

    @Override
    public Optional<Release> newestAccepted(String packageDigest) {
        return page(
                        " AND r.packageDigest = :digest AND r.acceptedBy IS NOT NULL AND r.state <> :cancelled",
                        Map.of("digest", packageDigest, "cancelled", ReleaseState.CANCELLED),
                        null,
                        1)
                .items()
                .stream()
                .findFirst();
    }
}
