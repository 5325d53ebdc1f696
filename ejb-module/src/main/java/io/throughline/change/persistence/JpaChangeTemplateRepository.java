package io.throughline.change.persistence;

import io.throughline.change.domain.template.ChangeTemplate;
import io.throughline.change.domain.template.ChangeTemplateRepository;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.persistence.JpaRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;

@ApplicationScoped
class JpaChangeTemplateRepository extends JpaRepository<ChangeTemplate> implements ChangeTemplateRepository {

    JpaChangeTemplateRepository() {
        super(ChangeTemplate.class, RecordKind.CHANGE_TEMPLATE);
    }

    @Override
    public Optional<ChangeTemplate> byName(String name) {
        return list("r.name = :name", Map.of("name", name)).stream().findFirst();
    }
}
