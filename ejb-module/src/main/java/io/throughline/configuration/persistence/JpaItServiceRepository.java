package io.throughline.configuration.persistence;

import io.throughline.configuration.domain.ItService;
import io.throughline.configuration.domain.ItServiceRepository;
import io.throughline.kernel.domain.RecordKind;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class JpaItServiceRepository extends JpaNamedItemRepository<ItService> implements ItServiceRepository {

    JpaItServiceRepository() {
        super(ItService.class, RecordKind.SERVICE);
    }
}
