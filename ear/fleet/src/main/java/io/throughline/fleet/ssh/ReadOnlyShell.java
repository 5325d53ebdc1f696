package io.throughline.fleet.ssh;

import io.throughline.fleet.host.HostDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How a probe's command is kept from writing.
 *
 * <p>Started by root, the fleet lets the kernel do it: the command runs under the user id 65534, which owns nothing, with
 * no way back to another. Anybody else cannot change user ids; there the command runs in a copy of the host's directory
 * that is thrown away afterwards, so that what it writes never reaches the host.
 */
public final class ReadOnlyShell {

    private static final List<String> AS_NOBODY = List.of(
            "setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--no-new-privs", "--", "/bin/sh", "-c");

    /** Where a command runs, and what is to be done when it has ended. */
    public record Place(List<String> shell, Path directory, Path throwAway) {

        /** Removes what the command leaves behind. */
        void leave() throws IOException {
            if (throwAway != null) {
                HostDirectory.deleteTree(throwAway);
            }
        }
    }

    private final boolean asNobody;
    private final Path copies;

    private ReadOnlyShell(boolean asNobody, Path copies) {
        this.asNobody = asNobody;
        this.copies = copies;
    }

    /**
     * Finds out by trying which way works here.
     *
     * @param hosts folder of the hosts' directories
     * @param copies folder for copies
     */
    public static ReadOnlyShell forHostsIn(Path hosts, Path copies) throws IOException {
        return new ReadOnlyShell(nobodyCanRead(hosts), copies);
    }

    /** True if the kernel keeps probes from writing, false if they work on a copy. */
    public boolean enforcedByKernel() {
        return asNobody;
    }

    Place enter(HostDirectory host) throws IOException {
        if (asNobody) {
            return new Place(AS_NOBODY, host.path(), null);
        }
        Files.createDirectories(copies);
        Path copy = Files.createTempDirectory(copies, "probe");
        host.copyTo(copy);
        return new Place(List.of("/bin/sh", "-c"), copy, copy);
    }

    private static boolean nobodyCanRead(Path hosts) throws IOException {
        Files.createDirectories(hosts);
        List<String> command = new ArrayList<>(AS_NOBODY);
        command.add("ls . >/dev/null && ! : 2>/dev/null >written-by-nobody");
        try {
            Process trial = new ProcessBuilder(command)
                    .directory(hosts.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return trial.waitFor(5, TimeUnit.SECONDS) && trial.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (IOException e) {
            // No setpriv on this machine: the copy is the way.
            return false;
        } finally {
            Files.deleteIfExists(hosts.resolve("written-by-nobody"));
        }
    }
}
