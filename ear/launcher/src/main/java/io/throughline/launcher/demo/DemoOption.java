package io.throughline.launcher.demo;

import java.util.Map;
import java.util.Properties;

/** Options of {@code mvn -Prun} beside those of the server. */
public enum DemoOption {
    SCENARIO("scenario", "THROUGHLINE_SCENARIO", "ps006", "file, or name of a shipped scenario, to play"),
    PACE("scenario.pace", "THROUGHLINE_SCENARIO_PACE", "0", "pause after each step in seconds, for an audience"),
    EXIT("scenario.exit", "THROUGHLINE_SCENARIO_EXIT", "false", "stop after playing; status 0 if all was as expected"),
    REPORT("scenario.report", "THROUGHLINE_SCENARIO_REPORT", "ear/target/scenario", "folder of the report"),
    SSH_PORT("fleet.ssh.port", "THROUGHLINE_FLEET_SSH_PORT", "8022", "port of the demo servers' SSH"),
    CONTROL_PORT("fleet.control.port", "THROUGHLINE_FLEET_CONTROL_PORT", "8082", "port of the fleet's own control");

    private final String property;
    private final String environmentVariable;
    private final String defaultValue;
    private final String description;

    DemoOption(String property, String environmentVariable, String defaultValue, String description) {
        this.property = property;
        this.environmentVariable = environmentVariable;
        this.defaultValue = defaultValue;
        this.description = description;
    }

    public String property() {
        return property;
    }

    String environmentVariable() {
        return environmentVariable;
    }

    /** The value given as system property or in the environment, or the default. */
    String value(Properties properties, Map<String, String> environment) {
        String given = given(properties, environment);
        return given.isEmpty() ? defaultValue : given;
    }

    boolean isGiven(Properties properties, Map<String, String> environment) {
        return !given(properties, environment).isEmpty();
    }

    private String given(Properties properties, Map<String, String> environment) {
        String property = properties.getProperty(this.property, "");
        return property.isEmpty() ? environment.getOrDefault(environmentVariable, "") : property;
    }

    /** The table as Markdown, for the README. */
    public static String markdownTable() {
        StringBuilder table =
                new StringBuilder("| option | environment variable | default | meaning |\n|---|---|---|---|\n");
        for (DemoOption option : values()) {
            table.append("| `-D").append(option.property).append("` | `").append(option.environmentVariable);
            table.append("` | `")
                    .append(option.defaultValue)
                    .append("` | ")
                    .append(option.description)
                    .append(" |\n");
        }
        return table.toString();
    }
}
