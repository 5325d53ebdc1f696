package io.throughline.configuration.service;

import io.throughline.audit.service.AuditEntry;
import io.throughline.audit.service.AuditTrail;
import io.throughline.audit.service.RefusalRecorder;
import io.throughline.configuration.domain.ItService;
import io.throughline.configuration.domain.ItServiceRepository;
import io.throughline.identity.domain.Right;
import io.throughline.identity.service.Authority;
import io.throughline.kernel.domain.Page;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.service.Commands;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;

/** Keeps services. */
@Stateless
@Interceptors(RefusalRecorder.class)
public class ItServiceService {

    @Inject
    ItServiceRepository services;

    @Inject
    Authority authority;

    @Inject
    AuditTrail trail;

    @Inject
    Commands commands;

    public ItServiceView add(ItServiceCommand command) {
        authority.require(Right.CONFIGURATION_MAINTAIN);
        commands.valid(command);
        UniqueNames.refuseTaken(services, command.name(), null);
        return ItServiceView.from(trail.create(
                AuditEntry.of("service.add").by(Right.CONFIGURATION_MAINTAIN),
                deed -> new ItService(
                        services.nextNumber(),
                        command.name(),
                        command.description(),
                        command.toFrontDoor(),
                        command.minimumLive())));
    }

    public ItServiceView correct(RecordNumber number, long version, ItServiceCommand command) {
        authority.require(Right.CONFIGURATION_MAINTAIN);
        commands.valid(command);
        ItService service = services.require(number, version);
        UniqueNames.refuseTaken(services, command.name(), service);
        return ItServiceView.from(trail.change(
                service,
                AuditEntry.of("service.correct").by(Right.CONFIGURATION_MAINTAIN),
                deed -> service.correct(
                        command.name(), command.description(), command.toFrontDoor(), command.minimumLive())));
    }

    public ItServiceView get(RecordNumber number) {
        authority.require(Right.RECORD_READ);
        return ItServiceView.from(services.require(number));
    }

    /**
     * @param name part of the name; null for all
     */
    public Page<ItServiceView> page(String name, Long before, int size) {
        authority.require(Right.RECORD_READ);
        return services.named(name, before, size).map(ItServiceView::from);
    }
}
