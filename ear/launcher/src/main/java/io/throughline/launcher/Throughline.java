package io.throughline.launcher;

import io.throughline.launcher.rollout.RolloutCommand;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The command line: {@code throughline start [--foreground] | stop | status | rollout … | version | help}. */
public final class Throughline {

    private static final int REFUSED = 1;
    private static final int USAGE = 2;

    private Throughline() {}

    public static void main(String[] arguments) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        int status;
        try {
            status = run(new ArrayList<>(Arrays.asList(arguments)), out);
        } catch (LaunchRefused refused) {
            err.println("throughline: " + refused.getMessage());
            status = REFUSED;
        }
        if (status >= 0) {
            System.exit(status);
        }
    }

    /** @return the exit status, or -1 when the server's own threads keep the process alive */
    private static int run(List<String> arguments, PrintStream out) {
        String command = arguments.isEmpty() ? "help" : arguments.remove(0);
        boolean foreground = command.equals("start") && arguments.remove("--foreground");
        return switch (command) {
            case "version", "--version" -> say(out, "Throughline " + version());
            case "help", "--help", "-h" -> say(out, help());
            case "serve" -> serve(arguments, out);
            case "start" ->
                foreground
                        ? commands(arguments, out).startInForeground()
                        : commands(arguments, out).start();
            case "stop" -> commands(arguments, out).stop();
            case "status" -> commands(arguments, out).status();
            case "rollout" -> RolloutCommand.ofThisProcess().run(arguments);
            default -> {
                System.err.println("throughline: unknown command '" + command + "'; 'throughline help' lists them.");
                yield USAGE;
            }
        };
    }

    private static int serve(List<String> arguments, PrintStream out) {
        new Server(configuration(arguments), Distribution.ofThisProcess(), out).run();
        return -1;
    }

    private static Commands commands(List<String> arguments, PrintStream out) {
        return new Commands(configuration(arguments), Distribution.ofThisProcess(), out);
    }

    private static ServerConfiguration configuration(List<String> arguments) {
        return ServerConfiguration.resolve(arguments, System.getProperties(), System.getenv());
    }

    private static int say(PrintStream out, String text) {
        out.println(text);
        return 0;
    }

    static String version() {
        String version = Throughline.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }

    private static String help() {
        StringBuilder help = new StringBuilder("""
                throughline start [--foreground]   start the server and wait until it is ready
                throughline stop                   stop it
                throughline status                 0 ready, 1 running but not ready, 3 not running
                throughline version
                throughline rollout COMMAND        plan, start, watch and steer a rollout; see 'throughline rollout help'
                throughline audit verify FILE      check an export or an evidence bundle

                Options, each as a flag or as an environment variable:
                """);
        for (ServerOption option : ServerOption.values()) {
            String value = option.defaultValue().isEmpty() ? "" : " (" + option.defaultValue() + ")";
            help.append(String.format(
                    "  %-16s %-26s %s%s%n", option.flag(), option.environmentVariable(), option.description(), value));
        }
        return help.toString().stripTrailing();
    }
}
