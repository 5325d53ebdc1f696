package io.throughline.fleet;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.throughline.fleet.frontdoor.FrontDoor;
import io.throughline.fleet.frontdoor.FrontDoorDescription;
import io.throughline.fleet.frontdoor.GatewayAuthority;
import io.throughline.fleet.frontdoor.PaymentGateway;
import io.throughline.fleet.host.Fault;
import io.throughline.fleet.host.FleetHost;
import io.throughline.fleet.host.HostDescription;
import io.throughline.fleet.ssh.Account;
import io.throughline.fleet.ssh.AuthorizedKeys;
import io.throughline.fleet.ssh.HostListener;
import io.throughline.fleet.ssh.ReadOnlyShell;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * A fleet that stands: hosts that can be reached, front doors that take orders, a payment gateway.
 *
 * <p>Whatever is asked of it is remembered in its directory before the call returns.
 */
public final class Fleet implements AutoCloseable {

    private final Path directory;
    private final JsonMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private final AddressPlan addresses;
    private final HostListener listener;
    private final PaymentGateway gateway;
    private final Map<String, FleetHost> hosts = new LinkedHashMap<>();
    private final Map<String, FrontDoor> frontDoors = new LinkedHashMap<>();

    private Fleet(FleetOptions options) throws IOException {
        directory = options.directory().toAbsolutePath().normalize();
        Files.createDirectories(hostsFolder());
        addresses = new AddressPlan(options.sshPort());
        AuthorizedKeys keys = new AuthorizedKeys();
        options.authorizedKeys().forEach(known -> keys.with(known.account(), known.file()));
        for (Account account : Account.values()) {
            keys.with(account, keysOf(account));
        }
        listener = new HostListener(keys, ReadOnlyShell.forHostsIn(hostsFolder(), directory.resolve("copies")));
        gateway = new PaymentGateway(GatewayAuthority.OLD);
    }

    /**
     * Starts a fleet with what its directory remembers.
     *
     * @throws IOException in one readable line, if the directory cannot be used or an address cannot be had
     */
    public static Fleet open(FleetOptions options) throws IOException {
        Fleet fleet = new Fleet(options);
        try {
            fleet.restore();
            return fleet;
        } catch (IOException | RuntimeException e) {
            fleet.close();
            throw e;
        }
    }

    private void restore() throws IOException {
        FleetInventory inventory = FleetInventory.read(inventoryFile(), json);
        for (FleetInventory.Entry entry : inventory.hosts()) {
            FleetHost host = new FleetHost(entry.host(), folderOf(entry.host().name()));
            host.become(entry.fault(), Duration.ofMillis(entry.delayMillis()));
            hosts.put(host.name(), host);
            listener.listenFor(host);
        }
        gateway.show(inventory.gateway());
        for (FrontDoorDescription door : inventory.frontDoors()) {
            frontDoors.put(door.service(), openDoor(door));
        }
        remember();
    }

    public Path directory() {
        return directory;
    }

    public JsonMapper json() {
        return json;
    }

    private Path hostsFolder() {
        return directory.resolve("hosts");
    }

    private Path folderOf(String host) {
        return hostsFolder().resolve(host);
    }

    private Path inventoryFile() {
        return directory.resolve("inventory.json");
    }

    private Path keysOf(Account account) {
        return directory.resolve("authorized_keys." + account.login());
    }

    /** Who may log in as an account, in addition to what the fleet was started with. */
    public synchronized void authorize(Account account, String publicKeys) throws IOException {
        AuthorizedKeys.check(publicKeys);
        Files.writeString(keysOf(account), publicKeys.strip() + '\n');
    }

    /**
     * Makes hosts be there.
     *
     * @param fresh true: a host that was there before gets its directory laid out anew, without fault; false: it stays as
     *     it is
     * @throws IllegalArgumentException if two hosts would have one address
     */
    public synchronized List<FleetHost> add(Collection<HostDescription> descriptions, boolean fresh)
            throws IOException {
        Map<InetSocketAddress, String> taken = new HashMap<>();
        hosts.values().forEach(host -> taken.put(host.address(), host.name()));
        try {
            for (HostDescription description : descriptions) {
                FleetHost known = hosts.get(description.name());
                if (known == null || fresh) {
                    place(description, known, taken);
                }
            }
        } finally {
            remember();
        }
        return descriptions.stream()
                .map(description -> hosts.get(description.name()))
                .toList();
    }

    private void place(HostDescription description, FleetHost known, Map<InetSocketAddress, String> taken)
            throws IOException {
        InetSocketAddress address = addressFor(description, known, taken);
        String other = taken.get(address);
        if (other != null && !other.equals(description.name())) {
            throw new IllegalArgumentException("hosts " + other + " and " + description.name() + " have one address, "
                    + address.getHostString() + ':' + address.getPort());
        }
        HostDescription placed = description.at(address.getAddress().getHostAddress(), address.getPort());
        if (known != null) {
            listener.forget(known);
            taken.remove(known.address());
        }
        FleetHost host = new FleetHost(placed, folderOf(placed.name()));
        host.layOut(placed);
        hosts.put(host.name(), host);
        taken.put(address, host.name());
        listener.listenFor(host);
    }

    private InetSocketAddress addressFor(
            HostDescription description, FleetHost known, Map<InetSocketAddress, String> taken) throws IOException {
        if (description.address() == null && description.port() == null) {
            return known != null ? known.address() : addresses.free(taken.keySet());
        }
        InetAddress address =
                InetAddress.getByName(description.address() == null ? "127.0.0.1" : description.address());
        if (!address.isLoopbackAddress()) {
            throw new IllegalArgumentException(
                    "host " + description.name() + ": " + description.address() + " is not a loopback address");
        }
        return new InetSocketAddress(address, description.port() == null ? addresses.port() : description.port());
    }

    /** Takes all hosts and front doors away with all that lies on them. */
    public synchronized void clear() throws IOException {
        for (FrontDoor door : frontDoors.values()) {
            door.close();
        }
        frontDoors.clear();
        for (FleetHost host : hosts.values()) {
            listener.forget(host);
            host.remove();
        }
        hosts.clear();
        gateway.show(GatewayAuthority.OLD);
        remember();
    }

    /** Takes one host away. */
    public synchronized void remove(String name) throws IOException {
        FleetHost host = host(name);
        listener.forget(host);
        hosts.remove(name);
        host.remove();
        remember();
    }

    /**
     * Breaks a host, or repairs it with {@link Fault#NONE}.
     *
     * @param delay how late the commands of a slow host start; null for the usual
     */
    public synchronized FleetHost fault(String name, Fault fault, Duration delay) throws IOException {
        FleetHost host = host(name);
        boolean answered = host.fault().answers();
        host.become(fault, delay);
        if (!answered || !fault.answers()) {
            listener.listenFor(host);
        }
        remember();
        return host;
    }

    public FleetHost fault(String name, Fault fault) throws IOException {
        return fault(name, fault, null);
    }

    /** @throws NoSuchElementException if there is no such host */
    public synchronized FleetHost host(String name) {
        return Optional.ofNullable(hosts.get(name))
                .orElseThrow(() -> new NoSuchElementException("there is no host " + name));
    }

    public synchronized List<FleetHost> hosts() {
        return List.copyOf(hosts.values());
    }

    /** Opens the front door of a service; one that it had before, or that another has at this port, is closed. */
    public synchronized FrontDoor open(FrontDoorDescription description) throws IOException {
        frontDoors.values().removeIf(door -> {
            boolean replaced =
                    door.description().service().equals(description.service()) || door.port() == description.port();
            if (replaced) {
                door.close();
            }
            return replaced;
        });
        FrontDoor door = openDoor(description);
        frontDoors.put(description.service(), door);
        remember();
        return door;
    }

    private FrontDoor openDoor(FrontDoorDescription description) throws IOException {
        return new FrontDoor(description, () -> providers(description.service()), gateway, json, Clock.systemUTC());
    }

    private synchronized List<FleetHost> providers(String service) {
        return hosts.values().stream()
                .filter(host -> host.description().services().contains(service))
                .toList();
    }

    public synchronized List<FrontDoor> frontDoors() {
        return List.copyOf(frontDoors.values());
    }

    /** Lets the payment gateway show the certificate of another authority from now on. */
    public synchronized void renewGateway(GatewayAuthority authority) throws IOException {
        gateway.show(authority);
        remember();
    }

    public GatewayAuthority gatewayAuthority() {
        return gateway.authority();
    }

    private void remember() throws IOException {
        List<FleetInventory.Entry> entries = hosts.values().stream()
                .map(host -> new FleetInventory.Entry(
                        host.description(), host.fault(), host.slowness().toMillis()))
                .toList();
        List<FrontDoorDescription> doors = frontDoors.values().stream()
                .map(door -> door.description().at(door.port()))
                .toList();
        new FleetInventory(entries, doors, gateway.authority()).write(inventoryFile(), json);
        StringBuilder knownHosts = new StringBuilder();
        for (FleetHost host : hosts.values()) {
            knownHosts
                    .append('[')
                    .append(host.description().address())
                    .append("]:")
                    .append(host.description().port())
                    .append(' ')
                    .append(host.publicKey())
                    .append('\n');
        }
        Files.writeString(directory.resolve("known_hosts"), knownHosts);
    }

    @Override
    public synchronized void close() throws IOException {
        frontDoors.values().forEach(FrontDoor::close);
        gateway.close();
        listener.close();
    }
}
