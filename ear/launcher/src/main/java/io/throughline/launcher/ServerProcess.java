package io.throughline.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A server as a process of its own: how the command line, the demonstration and the tests start one. */
public final class ServerProcess {

    /** From this Java on, libraries of the server that use {@code sun.misc.Unsafe} would fill the terminal. */
    private static final int WARNS_OF_UNSAFE = 23;

    private final Distribution distribution;
    private final ServerConfiguration configuration;

    public ServerProcess(Distribution distribution, ServerConfiguration configuration) {
        this.distribution = distribution;
        this.configuration = configuration;
    }

    public List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + configuration.get(ServerOption.MEMORY));
        // The database holds UTC; no zone of the machine may come between.
        command.add("-Duser.timezone=UTC");
        if (Runtime.version().feature() >= WARNS_OF_UNSAFE) {
            command.add("--sun-misc-unsafe-memory-access=allow");
        }
        for (String option : configuration.get(ServerOption.JAVA_OPTIONS).split("\\s+")) {
            if (!option.isEmpty()) {
                command.add(option);
            }
        }
        command.addAll(List.of("-jar", distribution.launcherJar().toString(), "serve"));
        return command;
    }

    /** Ready to be started, with the terminal of the process that starts it unless redirected. */
    public ProcessBuilder builder() {
        ProcessBuilder builder = new ProcessBuilder(command());
        builder.environment().putAll(configuration.environment());
        builder.environment()
                .put(
                        ServerOption.DATA.environmentVariable(),
                        configuration.dataFolder().root().toString());
        return builder.inheritIO();
    }

    public Process start() {
        try {
            return builder().start();
        } catch (IOException failed) {
            throw new LaunchRefused("The server process cannot be started: " + failed.getMessage() + ".", failed);
        }
    }
}
