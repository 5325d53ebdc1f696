package io.throughline.configuration.persistence;

import io.throughline.configuration.domain.OrganisationRepository;
import io.throughline.identity.domain.Organisations;
import io.throughline.kernel.domain.RecordNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Tells identity, which may not know the configuration, whether an organisation is there. */
@ApplicationScoped
class OrganisationsOfPeople implements Organisations {

    @Inject
    OrganisationRepository organisations;

    @Override
    public boolean isKnown(RecordNumber organisation) {
        return organisations.find(organisation).isPresent();
    }
}
