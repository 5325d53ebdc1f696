package io.throughline.scenario;

import io.throughline.scenario.expression.ExpressionException;
import io.throughline.scenario.expression.TimeText;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a scenario is played.
 *
 * @param scenario the scenario's file
 * @param server address of the server, without {@code /api/v1}
 * @param administrator login of whoever creates what the scenario describes
 * @param administratorPassword her password
 * @param personPassword password of the scenario's people unless the scenario gives one
 * @param fleet directory of the demo fleet; null if there is none
 * @param connectorKeys public keys to let in, by account on the fleet's hosts
 * @param report folder for the report
 * @param pace pause after each step, for an audience
 * @param keepGoing true to play on after a step whose expectation did not hold
 * @param checkOnly true to check the file and play nothing
 * @param afterwards file for what whoever watched is told at the end; null to tell it at once
 */
public record PlayerOptions(
        Path scenario,
        URI server,
        String administrator,
        String administratorPassword,
        String personPassword,
        Path fleet,
        Map<String, Path> connectorKeys,
        Path report,
        Duration pace,
        boolean keepGoing,
        boolean checkOnly,
        Path afterwards) {

    /** Password of the demo's people; a demonstration listens on the loopback interface only. */
    public static final String DEMO_PASSWORD = "throughline-demo";

    static final String USAGE = """
            usage: scenario [options] FILE
              --server URL                        default http://127.0.0.1:8080
              --administrator LOGIN               default admin
              --administrator-password-file FILE  default: environment THROUGHLINE_ADMIN_PASSWORD, else the demo's
              --fleet DIRECTORY                   directory of the demo fleet that is to be the scenario's world
              --connector-key [ACCOUNT=]FILE      public key that the fleet's hosts let in, as both accounts or one
              --report DIRECTORY                  default ear/target/scenario
              --pace SECONDS                      pause after each step
              --keep-going                        play on after a step that did not hold
              --check                             check the file and play nothing; with --fleet also whether the ports
                                                  of its front doors are free
              --afterwards FILE                   where to write what can be looked at afterwards, instead of telling it""";

    private static final String PASSWORD_VARIABLE = "THROUGHLINE_ADMIN_PASSWORD";

    /**
     * Reads a command line.
     *
     * @throws IllegalArgumentException saying what is wrong
     */
    static PlayerOptions parse(Map<String, String> environment, String... arguments) {
        Map<String, String> given = new LinkedHashMap<>();
        Map<String, Path> keys = new LinkedHashMap<>();
        Path scenario = null;
        for (int i = 0; i < arguments.length; i++) {
            String argument = arguments[i];
            switch (argument) {
                case "--keep-going", "--check" -> given.put(argument, "true");
                case "--server",
                        "--administrator",
                        "--administrator-password-file",
                        "--fleet",
                        "--report",
                        "--pace",
                        "--afterwards",
                        "--connector-key" -> {
                    if (++i == arguments.length) {
                        throw new IllegalArgumentException(argument + " needs a value");
                    }
                    given.put(argument, arguments[i]);
                    if (argument.equals("--connector-key")) {
                        connectorKey(arguments[i], keys);
                    }
                }
                default -> {
                    if (argument.startsWith("--") || scenario != null) {
                        throw new IllegalArgumentException("unknown argument " + argument);
                    }
                    scenario = Path.of(argument);
                }
            }
        }
        if (scenario == null) {
            throw new IllegalArgumentException("which scenario? give its file");
        }
        return new PlayerOptions(
                scenario,
                URI.create(given.getOrDefault("--server", "http://127.0.0.1:8080")),
                given.getOrDefault("--administrator", "admin"),
                password(given.get("--administrator-password-file"), environment),
                DEMO_PASSWORD,
                given.containsKey("--fleet") ? Path.of(given.get("--fleet")) : null,
                keys,
                Path.of(given.getOrDefault("--report", "ear/target/scenario")),
                pace(given.getOrDefault("--pace", "0")),
                given.containsKey("--keep-going"),
                given.containsKey("--check"),
                given.containsKey("--afterwards") ? Path.of(given.get("--afterwards")) : null);
    }

    private static void connectorKey(String value, Map<String, Path> keys) {
        int equals = value.indexOf('=');
        if (equals < 0) {
            keys.put("deploy", Path.of(value));
            keys.put("probe", Path.of(value));
        } else {
            keys.put(value.substring(0, equals), Path.of(value.substring(equals + 1)));
        }
    }

    private static String password(String file, Map<String, String> environment) {
        if (file == null) {
            return environment.getOrDefault(PASSWORD_VARIABLE, DEMO_PASSWORD);
        }
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new IllegalArgumentException("the password file " + file + " cannot be read", e);
        }
    }

    private static Duration pace(String text) {
        try {
            return TimeText.duration(text.endsWith("s") ? text : text + "s");
        } catch (ExpressionException e) {
            throw new IllegalArgumentException("--pace takes seconds, like 2 or 0.5, not " + text, e);
        }
    }
}
