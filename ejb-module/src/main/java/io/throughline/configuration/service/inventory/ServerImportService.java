package io.throughline.configuration.service.inventory;

import io.throughline.audit.service.AuditEntry;
import io.throughline.audit.service.AuditTrail;
import io.throughline.audit.service.RefusalRecorder;
import io.throughline.configuration.domain.ItServiceRepository;
import io.throughline.configuration.domain.RelationType;
import io.throughline.configuration.domain.server.Server;
import io.throughline.configuration.domain.server.ServerRepository;
import io.throughline.configuration.service.RelationService;
import io.throughline.configuration.service.ServerCommand;
import io.throughline.configuration.service.ServerService;
import io.throughline.identity.domain.Right;
import io.throughline.identity.service.Authority;
import io.throughline.kernel.domain.Facts;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.refusal.Invalid;
import io.throughline.kernel.service.Commands;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Takes servers over from a file: new ones are registered, known ones (by name) corrected. All of the file or nothing;
 * every error is told with line and field.
 */
@Stateless
@Interceptors(RefusalRecorder.class)
public class ServerImportService {

    static final int MOST_SERVERS = 5_000;
    static final int MOST_CHARACTERS = 4_000_000;

    @Inject
    ServerRepository servers;

    @Inject
    ServerService serverService;

    @Inject
    RelationService relations;

    @Inject
    ItServiceRepository services;

    @Inject
    Authority authority;

    @Inject
    AuditTrail trail;

    @Inject
    Commands commands;

    /** An entry of the file with the server that it is about, null when that is new. */
    private record Planned(ServerCommand command, Server known) {}

    public ServerImportView take(ServerImportCommand command) {
        authority.require(Right.CONFIGURATION_MAINTAIN);
        commands.valid(command);
        RecordNumber service = command.service() == null
                ? null
                : services.require(RecordNumber.parse(RecordKind.SERVICE, "service", command.service()))
                        .number();
        List<Planned> plan = plan(command);
        List<String> created = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        for (Planned planned : plan) {
            RecordNumber number = carryOut(planned, created, changed);
            if (service != null) {
                relations.relateIfMissing(RelationType.PROVIDES, number, service);
            }
        }
        int unchanged = plan.size() - created.size() - changed.size();
        trail.note(
                AuditEntry.of("server.import").by(Right.CONFIGURATION_MAINTAIN).on(command.format()),
                null,
                Facts.of()
                        .put("created", created.size())
                        .put("changed", changed.size())
                        .put("unchanged", unchanged));
        return new ServerImportView(created, changed, unchanged, List.of());
    }

    private RecordNumber carryOut(Planned planned, List<String> created, List<String> changed) {
        Server known = planned.known();
        if (known == null) {
            String number = serverService.register(planned.command()).number();
            created.add(number);
            return RecordNumber.parse(number);
        }
        if (!known.matches(planned.command().details())) {
            serverService.correct(known.number(), known.version(), planned.command());
            changed.add(known.number().toString());
        }
        return known.number();
    }

    private List<Planned> plan(ServerImportCommand command) {
        ImportProblems problems = new ImportProblems();
        List<InventoryEntry> entries = command.format().reader().read(command.content(), problems);
        if (entries.size() > MOST_SERVERS) {
            problems.add(0, "file", "must name at most " + MOST_SERVERS + " servers");
        }
        if (entries.isEmpty()) {
            problems.add(0, "file", "must name a server");
        }
        problems.refuseIfAny();
        Map<String, Server> known =
                servers
                        .byNames(entries.stream()
                                .map(InventoryEntry::name)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Server::name, Function.identity()));
        Map<String, Integer> firstLines = new HashMap<>();
        List<Planned> plan = new ArrayList<>();
        for (InventoryEntry entry : entries) {
            Integer first = firstLines.putIfAbsent(entry.name(), entry.line());
            if (first != null) {
                problems.add(entry.line(), "name", "must not stand twice; it is on line " + first + " already");
            }
            plan(entry, known.get(entry.name()), problems, plan);
        }
        problems.refuseIfAny();
        return plan;
    }

    private static void plan(InventoryEntry entry, Server known, ImportProblems problems, List<Planned> plan) {
        ServerCommand command = known == null ? entry.toCommand(problems) : entry.toCommand(known.details(), problems);
        try {
            command.details();
            if (known != null) {
                ServerService.refuseOtherProducts(known, command.installed());
            }
            plan.add(new Planned(command, known));
        } catch (Invalid invalid) {
            invalid.errors().forEach(error -> problems.add(entry.line(), error.field(), error.allowed()));
        }
    }
}
