package io.throughline.incident.persistence;

import io.throughline.incident.domain.group.SupportGroup;
import io.throughline.incident.domain.group.SupportGroupRepository;
import io.throughline.kernel.domain.Page;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.persistence.Filter;
import io.throughline.kernel.persistence.JpaRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@ApplicationScoped
class JpaSupportGroupRepository extends JpaRepository<SupportGroup> implements SupportGroupRepository {

    JpaSupportGroupRepository() {
        super(SupportGroup.class, RecordKind.SUPPORT_GROUP);
    }

    @Override
    public Page<SupportGroup> page(String member, Long before, int size) {
        Filter filter = new Filter();
        if (member != null) {
            filter.where(":member MEMBER OF r.members").with("member", member);
        }
        return page(filter.condition(), filter.values(), before, size);
    }

    @Override
    public Optional<SupportGroup> byName(String name) {
        return list("r.name = :name", Map.of("name", name)).stream().findFirst();
    }

    @Override
    public List<String> activeNames() {
        return list("r.active = :active", Map.of("active", true)).stream()
                .map(SupportGroup::name)
                .sorted()
                .toList();
    }
}
