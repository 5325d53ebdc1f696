package io.throughline.launcher;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The options of one server, resolved and checked.
 *
 * <p>A flag on the command line wins over a system property, that over the environment, that over the default. An empty
 * environment variable counts as not set.
 */
public final class ServerConfiguration {

    private static final String DERBY_DRIVER = "org.apache.derby.iapi.jdbc.AutoloadedDriver";
    private static final String POSTGRESQL_DRIVER = "org.postgresql.Driver";

    private final Map<ServerOption, String> values;

    private ServerConfiguration(Map<ServerOption, String> values) {
        this.values = values;
    }

    public static ServerConfiguration resolve(
            List<String> arguments, Properties properties, Map<String, String> environment) {
        Map<ServerOption, String> values = new EnumMap<>(ServerOption.class);
        for (ServerOption option : ServerOption.values()) {
            String property = properties.getProperty(option.property(), "");
            String variable = environment.getOrDefault(option.environmentVariable(), "");
            values.put(option, !property.isEmpty() ? property : !variable.isEmpty() ? variable : option.defaultValue());
        }
        values.putAll(flags(arguments));
        values.forEach(OptionRules::check);
        return new ServerConfiguration(values);
    }

    private static Map<ServerOption, String> flags(List<String> arguments) {
        Map<ServerOption, String> flags = new EnumMap<>(ServerOption.class);
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument : argument.substring(0, equals);
            ServerOption option = optionOf(name);
            if (equals >= 0) {
                flags.put(option, argument.substring(equals + 1));
            } else if (++i < arguments.size()) {
                flags.put(option, arguments.get(i));
            } else {
                throw new LaunchRefused("Option " + name + " needs a value.");
            }
        }
        return flags;
    }

    private static ServerOption optionOf(String flag) {
        for (ServerOption option : ServerOption.values()) {
            if (option.flag().equals(flag)) {
                return option;
            }
        }
        throw new LaunchRefused("Unknown option " + flag + "; 'throughline help' lists what there is.");
    }

    public String get(ServerOption option) {
        return values.get(option);
    }

    public int port() {
        return Integer.parseInt(get(ServerOption.PORT));
    }

    public String host() {
        return get(ServerOption.HOST);
    }

    public boolean flag(ServerOption option) {
        return Boolean.parseBoolean(get(option));
    }

    public DataFolder dataFolder() {
        return new DataFolder(Path.of(get(ServerOption.DATA)).toAbsolutePath().normalize());
    }

    public boolean derby() {
        String url = get(ServerOption.DB_URL);
        return url.isEmpty() || url.startsWith("jdbc:derby:");
    }

    /** Derby without a URL of its own: a database that the launcher creates in the data folder. */
    public boolean ownDerby() {
        return get(ServerOption.DB_URL).isEmpty();
    }

    public String databaseUrl() {
        return ownDerby() ? "jdbc:derby:" + dataFolder().database() : get(ServerOption.DB_URL);
    }

    /** What whoever starts such a server ought to know, in one line. */
    public Optional<String> warning() {
        boolean open;
        try {
            open = !InetAddress.getByName(host()).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            throw OptionRules.bad(ServerOption.HOST, host(), "no such address");
        }
        return open && flag(ServerOption.DEMO)
                ? Optional.of("the demonstration listens on " + host()
                        + ": everybody who reaches this machine can log in with the password that everybody knows.")
                : Optional.empty();
    }

    /** Where this machine reaches the server, also when it listens on all addresses. */
    public URI localUrl() {
        String host = host().equals("0.0.0.0") || host().equals("::") ? "127.0.0.1" : host();
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port());
    }

    /** All options as system properties, as the server's MicroProfile Config reads them. */
    public Map<String, String> serverProperties() {
        Map<String, String> properties = new TreeMap<>();
        values.forEach((option, value) -> properties.put(option.property(), value));
        properties.put(ServerOption.DATA.property(), dataFolder().root().toString());
        properties.put(ServerOption.DB_URL.property(), databaseUrl());
        properties.put("throughline.db.driver", derby() ? DERBY_DRIVER : POSTGRESQL_DRIVER);
        if (get(ServerOption.PUBLIC_URL).isEmpty()) {
            properties.put(ServerOption.PUBLIC_URL.property(), localUrl().toString());
        }
        return properties;
    }

    /** The same options as environment variables, for a server process started by this one. */
    public Map<String, String> environment() {
        Map<String, String> environment = new TreeMap<>();
        values.forEach((option, value) -> environment.put(option.environmentVariable(), value));
        return environment;
    }
}
