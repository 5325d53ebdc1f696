package io.throughline.configuration.persistence;

import io.throughline.configuration.domain.Application;
import io.throughline.configuration.domain.ApplicationRepository;
import io.throughline.kernel.domain.RecordKind;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class JpaApplicationRepository extends JpaNamedItemRepository<Application> implements ApplicationRepository {

    JpaApplicationRepository() {
        super(Application.class, RecordKind.APPLICATION);
    }
}
