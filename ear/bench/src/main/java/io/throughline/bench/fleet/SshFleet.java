package io.throughline.bench.fleet;

import io.throughline.bench.process.Shell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Many hosts on one machine: one OpenSSH server that answers to every loopback address and runs each login's commands
 * in the folder of the address that was dialled. As root it makes itself an account whose shell does nothing at login,
 * since what root's own shell does there is no property of OpenSSH; otherwise hosts are reached under one's own name.
 */
public final class SshFleet implements AutoCloseable {

    private static final String ACCOUNT = "throughline-bench";
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int PER_NET = 250;

    private final Path folder;
    private final int size;
    private final int port = freePort();
    private final String user;
    private Process sshd;

    /** @param size how many hosts; one more, the last, is the test server */
    public SshFleet(int size) {
        this.size = size;
        boolean root = "root".equals(System.getProperty("user.name"));
        this.user = root ? ACCOUNT : System.getProperty("user.name");
        try {
            folder = Files.createTempDirectory("throughline-bench");
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.createDirectories(folder.resolve("hosts"));
            if (root) {
                makeAccount();
            }
            keys();
            configure();
            start(root);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void makeAccount() throws IOException {
        Files.createDirectories(Path.of("/run/sshd"));
        if (Shell.run(LIMIT, "id", ACCOUNT).exit() != 0) {
            Shell.run(
                            LIMIT,
                            "useradd",
                            "--system",
                            "--no-create-home",
                            "--home-dir",
                            "/",
                            "--shell",
                            "/bin/sh",
                            ACCOUNT)
                    .orFail("useradd");
        }
        // no password at all, which is not the same as a locked account
        Shell.run(LIMIT, "usermod", "--password", "*", ACCOUNT).orFail("usermod");
    }

    private void keys() {
        for (String key : List.of("host_key", "peer_key")) {
            Shell.run(LIMIT, "ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", file(key))
                    .orFail("ssh-keygen");
        }
    }

    private void configure() throws IOException {
        Files.writeString(folder.resolve("enter"), """
                #!/bin/sh
                set -- $SSH_CONNECTION
                cd %s/"$3" || exit 97
                THROUGHLINE_STATE=$PWD/state
                export THROUGHLINE_STATE
                exec /bin/sh -c "$SSH_ORIGINAL_COMMAND"
                """.formatted(folder.resolve("hosts")));
        Files.setPosixFilePermissions(folder.resolve("enter"), PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.copy(folder.resolve("peer_key.pub"), folder.resolve("authorized_keys"));
        Files.writeString(folder.resolve("sshd_config"), """
                Port %d
                ListenAddress 0.0.0.0
                AllowUsers %s@127.0.0.0/8
                HostKey %s
                AuthorizedKeysFile %s
                PidFile none
                MaxStartups 4000:30:8000
                MaxSessions 1000
                PasswordAuthentication no
                KbdInteractiveAuthentication no
                StrictModes no
                UsePAM no
                UseDNS no
                PrintMotd no
                PrintLastLog no
                LogLevel ERROR
                ForceCommand %s
                """.formatted(
                        port, user, file("host_key"), file("authorized_keys"), file("enter")));
        Files.writeString(folder.resolve("known_hosts"), "[127.0.*]:" + port + " " + hostKey() + "\n");
        Files.writeString(
                folder.resolve("ssh_config"), """
                Host *
                  User %s
                  Port %d
                  IdentityFile %s
                  IdentitiesOnly yes
                  UserKnownHostsFile %s
                  GlobalKnownHostsFile /dev/null
                  StrictHostKeyChecking yes
                  BatchMode yes
                  PreferredAuthentications publickey
                  HostKeyAlgorithms ssh-ed25519
                  KexAlgorithms curve25519-sha256
                  LogLevel ERROR
                """.formatted(user, port, file("peer_key"), file("known_hosts")));
    }

    private void start(boolean root) throws IOException {
        String binary = Files.isExecutable(Path.of("/usr/sbin/sshd")) ? "/usr/sbin/sshd" : "/usr/bin/sshd";
        sshd = new ProcessBuilder(binary, "-D", "-e", "-f", file("sshd_config"))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("sshd.log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!listens()) {
            if (!sshd.isAlive() || System.nanoTime() > until) {
                throw new IllegalStateException("sshd does not run: " + Files.readString(folder.resolve("sshd.log")));
            }
            Thread.onSpinWait();
        }
    }

    private boolean listens() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Lets somebody in. */
    public void authorize(String publicKeyLine) throws IOException {
        Path keys = folder.resolve("authorized_keys");
        Files.writeString(keys, Files.readString(keys) + publicKeyLine.strip() + "\n");
    }

    /** Every host back to the level before, with nothing remembered; every so-manieth hangs when told to install. */
    public void reset(int hangsEach) throws IOException {
        for (int host = 1; host <= size + 1; host++) {
            Path home = folder.resolve("hosts").resolve(address(host));
            empty(home);
            Files.createDirectories(home);
            Files.writeString(home.resolve("level"), BenchPackage.BEFORE + "\n");
            if (hangsEach > 0 && host % hangsEach == 0 && host <= size) {
                Files.writeString(home.resolve("hang"), "");
            }
        }
        if (user.equals(ACCOUNT)) {
            Shell.run(LIMIT, "chown", "-R", ACCOUNT, folder.resolve("hosts").toString())
                    .orFail("chown");
        }
    }

    /** How many of the first hosts have this level and applied it exactly once, by their own ledgers. */
    public int appliedOnce(int hosts, String version) throws IOException {
        int applied = 0;
        for (int host = 1; host <= hosts; host++) {
            Path home = folder.resolve("hosts").resolve(address(host));
            Path ledger = home.resolve("ledger");
            if (Files.exists(ledger)
                    && Files.readString(ledger).equals(version + "\n")
                    && Files.readString(home.resolve("level")).equals(version + "\n")) {
                applied++;
            }
        }
        return applied;
    }

    /** Address of a host, counted from 1. */
    public static String address(int host) {
        int index = host - 1;
        return "127." + index / (PER_NET * PER_NET) + "." + (1 + index / PER_NET % PER_NET) + "."
                + (1 + index % PER_NET);
    }

    public List<String> addresses(int hosts) {
        return IntStream.rangeClosed(1, hosts).mapToObj(SshFleet::address).toList();
    }

    public String testServer() {
        return address(size + 1);
    }

    public Path folder() {
        return folder;
    }

    public String file(String name) {
        return folder.resolve(name).toString();
    }

    public int port() {
        return port;
    }

    public String user() {
        return user;
    }

    /** Type and key, as in {@code known_hosts}. */
    public String hostKey() throws IOException {
        String[] words = Files.readString(folder.resolve("host_key.pub")).split(" ");
        return words[0] + " " + words[1];
    }

    /** A port that nobody listens on now. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void empty(Path home) throws IOException {
        if (!Files.exists(home)) {
            return;
        }
        List<Path> inside = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(home)) {
            walk.sorted(Comparator.reverseOrder()).forEach(inside::add);
        }
        for (Path path : inside) {
            Files.deleteIfExists(path);
        }
    }

    @Override
    public void close() {
        if (sshd != null && sshd.isAlive()) {
            Set.copyOf(sshd.descendants().toList()).forEach(ProcessHandle::destroyForcibly);
            sshd.destroy();
        }
        try {
            empty(folder);
        } catch (IOException stillWritten) {
            System.err.println("Left behind: " + folder + " (" + stillWritten + ")");
        }
    }
}
