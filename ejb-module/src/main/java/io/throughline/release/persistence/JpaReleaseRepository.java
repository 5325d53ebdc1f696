package io.throughline.release.persistence;

import io.throughline.kernel.domain.Page;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.persistence.JpaRepository;
import io.throughline.release.domain.Release;
import io.throughline.release.domain.ReleaseRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

@ApplicationScoped
class JpaReleaseRepository extends JpaRepository<Release> implements ReleaseRepository {

    JpaReleaseRepository() {
        super(Release.class, RecordKind.RELEASE);
    }

    @Override
    public Page<Release> page(Selection selection, Long before, int size) {
        StringBuilder condition = new StringBuilder();
        Map<String, Object> values = new HashMap<>();
        if (selection.state() != null) {
            condition.append(" AND r.state = :state");
            values.put("state", selection.state());
        }
        if (selection.change() != null) {
            condition.append(" AND r.change = :change");
            values.put("change", selection.change());
        }
        return page(condition.toString(), values, before, size);
    }

    @Override
    public List<Release> ofChange(String change) {
        return list("r.change = :change", Map.of("change", change));
    }
}
