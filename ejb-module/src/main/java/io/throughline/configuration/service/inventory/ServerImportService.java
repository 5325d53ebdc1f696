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
import io.throughline.kernel.persistence.WorkingSet;
import io.throughline.kernel.service.Commands;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /** Servers of which the transaction keeps the records in memory at a time. */
    private static final int IN_MEMORY = 25;

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

    @Inject
    WorkingSet memory;

    /**
     * An entry of the file.
     *
     * @param known the server that it is about, null when that is new
     * @param version of the server
     * @param same the server is as the entry says
     */
    private record Planned(ServerCommand command, RecordNumber known, long version, boolean same) {

        static Planned of(ServerCommand command, Server known) {
            return known == null
                    ? new Planned(command, null, 0, false)
                    : new Planned(command, known.number(), known.version(), known.matches(command.details()));
        }
    }

    public ServerImportView take(ServerImportCommand command) {
        authority.require(Right.CONFIGURATION_MAINTAIN);
        commands.valid(command);
        RecordNumber service = command.service() == null
                ? null
                : services.require(RecordNumber.parse(RecordKind.SERVICE, "service", command.service()))
                        .number();
        List<Planned> plan = plan(command);
        Set<RecordNumber> providing = service == null ? Set.of() : relations.providers(service);
        memory.writeAndForget();
        List<String> created = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        int done = 0;
        for (Planned planned : plan) {
            RecordNumber number = carryOut(planned, created, changed);
            if (service != null && !providing.contains(number)) {
                relations.relate(RelationType.PROVIDES, number, service);
            }
            if (++done % IN_MEMORY == 0) {
                memory.writeAndForget();
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
        RecordNumber known = planned.known();
        if (known == null) {
            String number = serverService.register(planned.command()).number();
            created.add(number);
            return RecordNumber.parse(number);
        }
        if (!planned.same()) {
            serverService.correct(known, planned.version(), planned.command());
            changed.add(known.toString());
        }
        return known;
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
            plan.add(Planned.of(command, known));
        } catch (Invalid invalid) {
            invalid.errors().forEach(error -> problems.add(entry.line(), error.field(), error.allowed()));
        }
    }
}
