package io.throughline.fleet.host;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** One host of the fleet, as it stands now. */
public final class FleetHost {

    /** How late a slow host's commands start unless told otherwise. */
    public static final Duration SLOWNESS = Duration.ofSeconds(3);

    private final HostDescription description;
    private final HostDirectory directory;
    private final HostKey key;
    private final HostKey otherKey;
    private final Set<Process> running = ConcurrentHashMap.newKeySet();
    private volatile Fault fault = Fault.NONE;
    private volatile Duration delay = SLOWNESS;

    /** @param description with address and port */
    public FleetHost(HostDescription description, Path directory) {
        this.description = description.withoutFiles();
        this.directory = new HostDirectory(directory);
        this.key = new HostKey(this.directory.secrets().resolve("host_ed25519"), description.name());
        this.otherKey = new HostKey(this.directory.secrets().resolve("other_ed25519"), description.name());
    }

    /** Lays the directory out anew, whatever was in it; the host key stays. */
    public void layOut(HostDescription withFiles) throws IOException {
        directory.layOut(withFiles);
        key.pair();
    }

    public HostDescription description() {
        return description;
    }

    public String name() {
        return description.name();
    }

    public InetSocketAddress address() {
        return new InetSocketAddress(description.address(), description.port());
    }

    public HostDirectory directory() {
        return directory;
    }

    /** The key the host is known by, as {@code ssh-ed25519 AAAA…}. */
    public String publicKey() throws IOException {
        return key.publicKey();
    }

    /** The key the host shows now. */
    public KeyPair shownKey() throws IOException {
        return fault == Fault.WRONG_HOST_KEY ? otherKey.pair() : key.pair();
    }

    public Fault fault() {
        return fault;
    }

    /** How late commands start. */
    public Duration delay() {
        return fault == Fault.SLOW ? delay : Duration.ZERO;
    }

    /** How late commands would start if the host were slow. */
    public Duration slowness() {
        return delay;
    }

    /**
     * Puts the host's directory and state into a fault; the listener is the fleet's business.
     *
     * @param slowness how late commands start if the fault is {@link Fault#SLOW}; null for the usual
     */
    public void become(Fault newFault, Duration slowness) throws IOException {
        delay = slowness == null ? SLOWNESS : slowness;
        for (String application : description.applications()) {
            mark(application + "/LOCKED", newFault == Fault.INSTALL_FAILS, "locked by another maintenance\n");
            mark(
                    application + "/WORKS_ONLY_WITH",
                    newFault == Fault.VERIFY_FAILS,
                    version(application).orElse("") + '\n');
        }
        fault = newFault;
        if (newFault == Fault.DOWN) {
            loseProcesses();
        }
    }

    /** What an application's file {@code VERSION} says; empty if the application is not there. */
    public Optional<String> version(String application) throws IOException {
        Path file = directory.resolve(application + "/VERSION");
        return Files.isRegularFile(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
    }

    /** False if the application's folder says that it works with another version only. */
    public boolean worksWith(String application, String version) throws IOException {
        Path file = directory.resolve(application + "/WORKS_ONLY_WITH");
        return !Files.isRegularFile(file) || Files.readString(file).strip().equals(version);
    }

    private void mark(String file, boolean present, String content) throws IOException {
        if (present) {
            directory.write(file, content);
        } else {
            directory.delete(file);
        }
    }

    /** Remembers a command's process until it ends: a host that goes down takes its processes along. */
    public void runs(Process process) {
        running.add(process);
        process.onExit().thenAccept(running::remove);
    }

    private void loseProcesses() {
        running.forEach(process -> lose(process.toHandle()));
    }

    /** From the top down: a shell whose child went first would go on with its next line. */
    private static void lose(ProcessHandle process) {
        List<ProcessHandle> children = process.children().toList();
        process.destroyForcibly();
        children.forEach(FleetHost::lose);
    }

    /** Takes the host away with all that lies on it. */
    public void remove() throws IOException {
        loseProcesses();
        directory.deleteAll();
    }
}
