package io.throughline.configuration.service;

import io.throughline.audit.service.RefusalRecorder;
import io.throughline.configuration.domain.Application;
import io.throughline.configuration.domain.ApplicationRepository;
import io.throughline.configuration.domain.NamedItemRepository;
import io.throughline.kernel.domain.RecordNumber;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/** Keeps applications. */
@Stateless
@Interceptors(RefusalRecorder.class)
public class ApplicationService extends NamedItemService<Application> {

    @Inject
    ApplicationRepository applications;

    @Override
    protected NamedItemRepository<Application> items() {
        return applications;
    }

    @Override
    protected BiFunction<RecordNumber, NamedItemCommand, Application> maker() {
        return (number, command) -> new Application(number, command.name(), command.description());
    }

    @Override
    protected BiConsumer<Application, NamedItemCommand> corrector() {
        return (application, command) -> application.correct(command.name(), command.description());
    }
}
