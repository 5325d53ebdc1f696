package io.throughline.fleet;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import io.throughline.fleet.control.ControlServer;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Runs a fleet until the process is ended.
 *
 * <p>{@code fleet.properties} in its directory tells where the control interface is and what its token is; only the owner can
 * read it. Status 2: it could not start, and one line on standard error says why.
 */
public final class FleetMain {

    /** Held, since the log manager forgets the level of a logger that nobody holds. */
    private static final Logger SSH_LOG = Logger.getLogger("org.apache.sshd");

    private FleetMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        SSH_LOG.setLevel(Level.WARNING);
        CountDownLatch ended = new CountDownLatch(1);
        try {
            FleetOptions options = FleetOptions.parse(arguments);
            Fleet fleet = Fleet.open(options);
            String token = newToken();
            ControlServer control = new ControlServer(fleet, options.controlPort(), token);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(fleet, control)));
            tell(fleet, control, token, options.sshPort());
            System.out.println("fleet ready: control " + control.url());
            endWith(options.withProcess(), ended);
        } catch (IllegalArgumentException e) {
            fail(e.getMessage());
        } catch (AccessDeniedException | FileAlreadyExistsException e) {
            fail("the folder cannot be written: " + e.getMessage());
        } catch (FileSystemException e) {
            fail(e.getMessage());
        } catch (IOException e) {
            fail(e.getMessage());
        }
        ended.await();
        System.exit(0);
    }

    private static void fail(String reason) {
        System.err.println("fleet: " + reason);
        System.exit(2);
    }

    private static void endWith(Long pid, CountDownLatch ended) {
        if (pid != null) {
            ProcessHandle.of(pid)
                    .ifPresentOrElse(process -> process.onExit().thenRun(ended::countDown), ended::countDown);
        }
    }

    private static String newToken() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    private static void tell(Fleet fleet, ControlServer control, String token, int sshPort) throws IOException {
        Path aside = fleet.directory().resolve("fleet.properties.new");
        Files.deleteIfExists(aside);
        Files.createFile(aside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                aside,
                "control.url=" + control.url() + "\ncontrol.token=" + token + "\nssh.port=" + sshPort + "\npid="
                        + ProcessHandle.current().pid() + '\n');
        Files.move(aside, fleet.directory().resolve("fleet.properties"), ATOMIC_MOVE, REPLACE_EXISTING);
    }

    private static void stop(Fleet fleet, ControlServer control) {
        control.close();
        try {
            fleet.close();
        } catch (IOException e) {
            System.err.println("fleet: " + e.getMessage());
        }
    }
}
