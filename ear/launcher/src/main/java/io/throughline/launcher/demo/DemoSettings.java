package io.throughline.launcher.demo;

import io.throughline.launcher.LaunchRefused;
import io.throughline.launcher.ServerConfiguration;
import io.throughline.launcher.ServerOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * What a demonstration was asked to do.
 *
 * @param scenario an existing file, or the name of a shipped scenario
 * @param scenarioGiven whether somebody asked for it; else a data folder that has seen a scenario plays none again
 */
record DemoSettings(
        ServerConfiguration server,
        String scenario,
        boolean scenarioGiven,
        String pace,
        boolean exit,
        Path report,
        int sshPort,
        int controlPort) {

    /** @param folder the folder that the user stands in; relative paths start there */
    static DemoSettings read(Path folder, Path ear, Properties properties, Map<String, String> environment) {
        Properties serverProperties = new Properties();
        serverProperties.putAll(properties);
        serverProperties.setProperty(ServerOption.DEMO.property(), "true");
        String data = givenData(properties, environment);
        serverProperties.setProperty(
                ServerOption.DATA.property(),
                data.isEmpty()
                        ? ear.resolve("target/data").toString()
                        : folder.resolve(data).toString());
        String report = DemoOption.REPORT.value(properties, environment);
        return new DemoSettings(
                ServerConfiguration.resolve(List.of(), serverProperties, environment),
                scenario(folder, DemoOption.SCENARIO.value(properties, environment)),
                DemoOption.SCENARIO.isGiven(properties, environment),
                pace(DemoOption.PACE.value(properties, environment)),
                !DemoOption.EXIT.value(properties, environment).equals("false"),
                DemoOption.REPORT.isGiven(properties, environment)
                        ? folder.resolve(report)
                        : ear.resolve("target/scenario"),
                port(DemoOption.SSH_PORT, properties, environment),
                port(DemoOption.CONTROL_PORT, properties, environment));
    }

    private static String scenario(Path folder, String name) {
        Path file = folder.resolve(name);
        if (Files.isRegularFile(file)) {
            return file.toAbsolutePath().normalize().toString();
        }
        if (name.contains("/") || name.contains(".")) {
            throw new LaunchRefused("The scenario file " + file + " does not exist.");
        }
        return name;
    }

    private static String pace(String pace) {
        if (!pace.matches("[0-9]+(\\.[0-9]+)?")) {
            throw new LaunchRefused("Bad value '" + pace + "' for -D" + DemoOption.PACE.property()
                    + ": a number of seconds is wanted.");
        }
        return pace;
    }

    private static int port(DemoOption option, Properties properties, Map<String, String> environment) {
        String value = option.value(properties, environment);
        if (!value.matches("[0-9]{1,5}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > 65535) {
            throw new LaunchRefused(
                    "Bad value '" + value + "' for -D" + option.property() + ": a number from 1 to 65535 is wanted.");
        }
        return Integer.parseInt(value);
    }

    private static String givenData(Properties properties, Map<String, String> environment) {
        String property = properties.getProperty(ServerOption.DATA.property(), "");
        return property.isEmpty() ? environment.getOrDefault(ServerOption.DATA.environmentVariable(), "") : property;
    }
}
