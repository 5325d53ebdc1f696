package io.throughline.configuration.service;

import io.throughline.audit.service.AuditEntry;
import io.throughline.audit.service.AuditTrail;
import io.throughline.audit.service.RefusalRecorder;
import io.throughline.configuration.domain.server.InstalledProduct;
import io.throughline.configuration.domain.server.Server;
import io.throughline.configuration.domain.server.ServerDetails;
import io.throughline.configuration.domain.server.ServerRepository;
import io.throughline.identity.domain.Right;
import io.throughline.identity.service.Authority;
import io.throughline.kernel.domain.Deed;
import io.throughline.kernel.domain.Page;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.refusal.Invalid;
import io.throughline.kernel.service.Commands;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Keeps servers: registers, corrects, protects and retires them. */
@Stateless
@Interceptors(RefusalRecorder.class)
public class ServerService {

    @Inject
    ServerRepository servers;

    @Inject
    Authority authority;

    @Inject
    AuditTrail trail;

    @Inject
    Commands commands;

    @Inject
    Baselines baselines;

    public ServerView register(ServerCommand command) {
        authority.require(Right.CONFIGURATION_MAINTAIN);
        commands.valid(command);
        ServerDetails details = command.details();
        UniqueNames.refuseTaken(servers, details.name(), null);
        Server server = trail.create(
                entry("register"),
                deed -> new Server(servers.nextNumber(), details, products(command.installed(), deed), deed));
        baselines.register(server);
        return ServerView.from(server);
    }

    public ServerView correct(RecordNumber number, long version, ServerCommand command) {
        authority.require(Right.CONFIGURATION_MAINTAIN);
        commands.valid(command);
        Server server = servers.require(number, version);
        ServerDetails details = command.details();
        UniqueNames.refuseTaken(servers, details.name(), server);
        refuseOtherProducts(server, command.installed());
        return ServerView.from(trail.change(server, entry("correct"), deed -> server.correct(details, deed)));
    }

    /** Marks the server as one that nobody may touch. */
    public ServerView protect(RecordNumber number, long version, ReasonCommand command) {
        return change(number, version, "protect", command, server -> deed -> server.protect(deed));
    }

    public ServerView unprotect(RecordNumber number, long version, ReasonCommand command) {
        return change(number, version, "unprotect", command, server -> deed -> server.unprotect(deed));
    }

    public ServerView retire(RecordNumber number, long version, ReasonCommand command) {
        return change(number, version, "retire", command, server -> deed -> server.retire(deed));
    }

    public ServerView reinstate(RecordNumber number, long version, ReasonCommand command) {
        return change(number, version, "reinstate", command, server -> deed -> server.reinstate(deed));
    }

    public ServerView get(RecordNumber number) {
        authority.require(Right.RECORD_READ);
        return ServerView.from(servers.require(number));
    }

    /**
     * @param name part of the name; null for all
     */
    public Page<ServerView> page(String name, Long before, int size) {
        authority.require(Right.RECORD_READ);
        return servers.named(name, before, size).map(ServerView::from);
    }

    /** All active servers that provide the service now. */
    public List<ServerView> providing(RecordNumber service) {
        authority.require(Right.RECORD_READ);
        return servers.providing(service).stream().map(ServerView::from).toList();
    }

    /** Those of these servers that exist. */
    public List<ServerView> all(Collection<RecordNumber> numbers) {
        authority.require(Right.RECORD_READ);
        return servers.all(numbers).stream().map(ServerView::from).toList();
    }

    /** All servers that are in use. */
    public List<ServerView> active() {
        authority.require(Right.RECORD_READ);
        return servers.active().stream().map(ServerView::from).toList();
    }

    private ServerView change(
            RecordNumber number,
            long version,
            String action,
            ReasonCommand command,
            Function<Server, Consumer<Deed>> verb) {
        authority.require(Right.CONFIGURATION_MAINTAIN);
        return change(
                number, version, entry(action).because(commands.valid(command).reason()), verb);
    }

    private ServerView change(
            RecordNumber number, long version, AuditEntry entry, Function<Server, Consumer<Deed>> verb) {
        authority.require(Right.CONFIGURATION_MAINTAIN);
        Server server = servers.require(number, version);
        return ServerView.from(trail.change(server, entry.atServer(number), verb.apply(server)));
    }

    /** After registration only deployments tell what is installed. */
    public static void refuseOtherProducts(Server server, List<ServerCommand.Installed> told) {
        for (ServerCommand.Installed product : told) {
            boolean known = server.installed(product.product())
                    .filter(installed -> installed.version().equals(product.version()))
                    .isPresent();
            if (!known) {
                throw Invalid.field(
                        "installed", "is told by deployments once the server is registered; leave it as it is");
            }
        }
    }

    static List<InstalledProduct> products(List<ServerCommand.Installed> told, Deed deed) {
        return told.stream()
                .map(one -> new InstalledProduct(
                        one.product(), one.version(), one.since() == null ? deed.at() : one.since(), one.change()))
                .toList();
    }

    private static AuditEntry entry(String deed) {
        return AuditEntry.of("server." + deed).by(Right.CONFIGURATION_MAINTAIN);
    }
}
