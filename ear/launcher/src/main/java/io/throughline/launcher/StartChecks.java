package io.throughline.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/** What must hold before anything is touched. Each failure is one line. */
public final class StartChecks {

    private static final int OLDEST_JAVA = 17;

    private StartChecks() {}

    public static void run(ServerConfiguration configuration, Distribution distribution) {
        checkJava(Runtime.version().feature());
        for (Path part : new Path[] {distribution.launcherJar(), distribution.application(), distribution.drivers()}) {
            if (!Files.exists(part)) {
                throw new LaunchRefused("The distribution is incomplete: " + part + " is missing.");
            }
        }
        checkPort(configuration);
    }

    static void checkJava(int feature) {
        if (feature < OLDEST_JAVA) {
            throw new LaunchRefused("Throughline needs Java " + OLDEST_JAVA + " or newer; this is Java " + feature
                    + " at " + System.getProperty("java.home") + ".");
        }
    }

    private static void checkPort(ServerConfiguration configuration) {
        requireFree(
                configuration.host(),
                configuration.port(),
                ServerOption.PORT.flag() + " or " + ServerOption.PORT.environmentVariable());
    }

    /** @param option how to choose another port */
    public static void requireFree(String address, int port, String option) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getByName(address), port));
        } catch (IOException taken) {
            throw new LaunchRefused(
                    "Port " + port + " on " + address + " cannot be used (" + taken.getMessage()
                            + "); choose another with " + option + ".",
                    taken);
        }
    }

    /** One server at a time has a data folder. */
    public static void requireNotRunning(DataFolder data) {
        new ProcessFile(data.processFile()).running().ifPresent(running -> {
            throw new LaunchRefused("A server runs already on this data folder: " + running.url() + ".");
        });
    }
}
