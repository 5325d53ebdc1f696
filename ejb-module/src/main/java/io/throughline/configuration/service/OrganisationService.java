package io.throughline.configuration.service;

import io.throughline.audit.service.RefusalRecorder;
import io.throughline.configuration.domain.NamedItemRepository;
import io.throughline.configuration.domain.Organisation;
import io.throughline.configuration.domain.OrganisationRepository;
import io.throughline.kernel.domain.RecordNumber;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/** Keeps organisations. */
@Stateless
@Interceptors(RefusalRecorder.class)
public class OrganisationService extends NamedItemService<Organisation> {

    @Inject
    OrganisationRepository organisations;

    @Override
    protected NamedItemRepository<Organisation> items() {
        return organisations;
    }

    @Override
    protected BiFunction<RecordNumber, NamedItemCommand, Organisation> maker() {
        return (number, command) -> new Organisation(number, command.name(), command.description());
    }

    @Override
    protected BiConsumer<Organisation, NamedItemCommand> corrector() {
        return (organisation, command) -> organisation.correct(command.name(), command.description());
    }
}
