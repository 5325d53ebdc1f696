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
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getByName(configuration.host()), configuration.port()));
        } catch (IOException taken) {
            throw new LaunchRefused(
                    "Port " + configuration.port() + " on " + configuration.host() + " cannot be used ("
                            + taken.getMessage() + "); choose another with " + ServerOption.PORT.flag() + " or "
                            + ServerOption.PORT.environmentVariable() + ".",
                    taken);
        }
    }
}
