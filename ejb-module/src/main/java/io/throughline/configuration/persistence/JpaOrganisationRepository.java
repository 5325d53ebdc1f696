package io.throughline.configuration.persistence;

import io.throughline.configuration.domain.Organisation;
import io.throughline.configuration.domain.OrganisationRepository;
import io.throughline.kernel.domain.RecordKind;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class JpaOrganisationRepository extends JpaNamedItemRepository<Organisation> implements OrganisationRepository {

    JpaOrganisationRepository() {
        super(Organisation.class, RecordKind.ORGANISATION);
    }
}
