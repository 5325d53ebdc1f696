package io.throughline.configuration.domain.server;

import io.throughline.configuration.domain.NamedItem;
import io.throughline.kernel.domain.Deed;
import io.throughline.kernel.domain.Facts;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A machine that provides services. It is registered, may be put under protection, and retires. What is installed on it
 * is told by who put it there: a librarian at registration, deployments from then on.
 */
@Entity
@Table(name = "server")
public class Server extends NamedItem {

    private String site;

    @Column(nullable = false)
    private String address;

    @Column(name = "ssh_port", nullable = false)
    private int port;

    @Column(name = "login_user", nullable = false)
    private String user;

    @Column(name = "probe_user")
    private String probeUser;

    @Column(name = "host_key")
    private String hostKey;

    @Column(name = "test_server", nullable = false)
    private boolean testServer;

    @Enumerated(EnumType.STRING)
    @Column(name = "server_state", nullable = false)
    private ServerState state;

    @Column(name = "protected_because")
    private String protectedBecause;

    @ElementCollection
    @CollectionTable(name = "server_label", joinColumns = @JoinColumn(name = "server_id"))
    @MapKeyColumn(name = "label_key")
    @Column(name = "label_value", nullable = false)
    private Map<String, String> labels = new HashMap<>();

    @ElementCollection
    @CollectionTable(name = "server_product", joinColumns = @JoinColumn(name = "server_id"))
    private List<InstalledProduct> installed = new ArrayList<>();

    protected Server() {}

    public Server(RecordNumber number, ServerDetails details, List<InstalledProduct> installed, Deed deed) {
        super(number);
        take(details);
        this.state = ServerState.ACTIVE;
        installed.forEach(this::put);
        changed(ServerVerb.REGISTER, null, state, deed);
    }

    @Override
    public RecordKind kind() {
        return RecordKind.SERVER;
    }

    @Override
    public Facts facts() {
        return super.facts()
                .put("state", state)
                .put("site", site)
                .put("address", address)
                .put("port", port)
                .put("user", user)
                .put("probeUser", probeUser)
                .put("hostKey", hostKey)
                .put("testServer", testServer)
                .put("protectedBecause", protectedBecause)
                .put(
                        "labels",
                        new TreeMap<>(labels)
                                .entrySet().stream()
                                        .map(label -> label.getKey() + "=" + label.getValue())
                                        .toList())
                .put(
                        "installed",
                        installed().stream().map(InstalledProduct::toString).toList());
    }

    public void correct(ServerDetails details, Deed deed) {
        move(ServerVerb.CORRECT, deed);
        take(details);
    }

    /** Whether these details say nothing new. */
    public boolean matches(ServerDetails details) {
        return details.equals(details());
    }

    /** Nobody may touch it from now on; the deed says why. */
    public void protect(Deed deed) {
        move(ServerVerb.PROTECT, deed);
        this.protectedBecause = deed.reason();
    }

    public void unprotect(Deed deed) {
        move(ServerVerb.UNPROTECT, deed);
        this.protectedBecause = null;
    }

    /** Notes what is installed now; a product that is known gets the new version. */
    public void reportInstalled(InstalledProduct product, Deed deed) {
        move(ServerVerb.REPORT_INSTALLED, deed);
        put(product);
    }

    /** Notes that a product is no longer there. */
    public void reportRemoved(String product, Deed deed) {
        move(ServerVerb.REPORT_INSTALLED, deed);
        installed.removeIf(known -> known.product().equals(product));
    }

    public void retire(Deed deed) {
        move(ServerVerb.RETIRE, deed);
    }

    public void reinstate(Deed deed) {
        move(ServerVerb.REINSTATE, deed);
    }

    private void move(ServerVerb verb, Deed deed) {
        ServerState before = state;
        this.state = ServerState.TRANSITIONS.after(number(), before, verb);
        changed(verb, before, state, deed);
    }

    private void take(ServerDetails details) {
        call(details.name(), details.description());
        this.site = details.site();
        this.address = details.address();
        this.port = details.port();
        this.user = details.user();
        this.probeUser = details.probeUser();
        this.hostKey = details.hostKey();
        this.testServer = details.testServer();
        if (!labels.equals(details.labels())) {
            this.labels = new HashMap<>(details.labels());
        }
    }

    private void put(InstalledProduct product) {
        installed.removeIf(known -> known.product().equals(product.product()));
        installed.add(product);
    }

    public ServerDetails details() {
        return new ServerDetails(
                name(),
                description(),
                site,
                new HashMap<>(labels),
                address,
                port,
                user,
                probeUser,
                hostKey,
                testServer);
    }

    public ServerState state() {
        return state;
    }

    /** Why nobody may touch it; empty when it may be touched. */
    public Optional<String> protectedBecause() {
        return Optional.ofNullable(protectedBecause);
    }

    /** What is installed, by name of the product. */
    public List<InstalledProduct> installed() {
        return installed.stream()
                .sorted(Comparator.comparing(InstalledProduct::product))
                .toList();
    }

    public Optional<InstalledProduct> installed(String product) {
        return installed.stream()
                .filter(known -> known.product().equals(product))
                .findFirst();
    }
}
