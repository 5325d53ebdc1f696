package io.throughline.configuration.persistence;

import io.throughline.configuration.domain.ItService;
import io.throughline.configuration.domain.ItServiceRepository;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

@ApplicationScoped
class JpaItServiceRepository extends JpaNamedItemRepository<ItService> implements ItServiceRepository {

    JpaItServiceRepository() {
        super(ItService.class, RecordKind.SERVICE);
    }

    @Override
    public ItService hold(RecordNumber number) {
        ItService service = require(number);
        entities.refresh(service, LockModeType.PESSIMISTIC_WRITE);
        return service;
    }
}
