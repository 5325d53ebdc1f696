package io.throughline.fleet;

import io.throughline.fleet.ssh.Account;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How a fleet is started.
 *
 * @param directory where hosts, keys and the inventory are kept
 * @param controlPort port of the control interface on the loopback interface; 0 for a free one
 * @param sshPort port of every host that was given none
 * @param authorizedKeys files of public keys that may log in
 * @param withProcess the fleet ends when this process does; null to run until it is ended
 */
public record FleetOptions(
        Path directory, int controlPort, int sshPort, List<AuthorizedKeyFile> authorizedKeys, Long withProcess) {

    /** A file in the format of {@code authorized_keys}, for one account on all hosts. */
    public record AuthorizedKeyFile(Account account, Path file) {}

    public FleetOptions {
        authorizedKeys = List.copyOf(authorizedKeys);
    }

    /** The usual ports; nobody may log in. */
    public static FleetOptions in(Path directory) {
        return new FleetOptions(directory, 8082, 8022, List.of(), null);
    }

    public FleetOptions withPorts(int newControlPort, int newSshPort) {
        return new FleetOptions(directory, newControlPort, newSshPort, authorizedKeys, withProcess);
    }

    public FleetOptions withAuthorizedKeys(Account account, Path file) {
        List<AuthorizedKeyFile> more = new ArrayList<>(authorizedKeys);
        more.add(new AuthorizedKeyFile(account, file));
        return new FleetOptions(directory, controlPort, sshPort, more, withProcess);
    }

    /**
     * Reads a command line.
     *
     * @throws IllegalArgumentException saying what is wrong and what is allowed
     */
    public static FleetOptions parse(String... arguments) {
        FleetOptions options = in(Path.of("fleet"));
        for (int i = 0; i < arguments.length; i += 2) {
            String option = arguments[i];
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException(option + " needs a value");
            }
            options = options.with(option, arguments[i + 1]);
        }
        return options;
    }

    private FleetOptions with(String option, String value) {
        return switch (option) {
            case "--directory" -> new FleetOptions(Path.of(value), controlPort, sshPort, authorizedKeys, withProcess);
            case "--control-port" -> withPorts(number(option, value, 0, 65535).intValue(), sshPort);
            case "--ssh-port" ->
                withPorts(controlPort, number(option, value, 1, 65535).intValue());
            case "--authorized-keys" -> withAuthorizedKeys(value);
            case "--with-process" ->
                new FleetOptions(
                        directory, controlPort, sshPort, authorizedKeys, number(option, value, 1, Long.MAX_VALUE));
            default ->
                throw new IllegalArgumentException("unknown option " + option
                        + "; allowed: --directory, --control-port," + " --ssh-port, --authorized-keys, --with-process");
        };
    }

    private FleetOptions withAuthorizedKeys(String value) {
        int equals = value.indexOf('=');
        Account account =
                equals < 0 ? null : Account.of(value.substring(0, equals)).orElse(null);
        if (account == null) {
            throw new IllegalArgumentException("--authorized-keys takes deploy=FILE or probe=FILE, not " + value);
        }
        return withAuthorizedKeys(account, Path.of(value.substring(equals + 1)));
    }

    private static Long number(String option, String value, long from, long to) {
        try {
            long number = Long.parseLong(value);
            if (number >= from && number <= to) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(option + " takes a number, not " + value, e);
        }
        throw new IllegalArgumentException(
                option + " takes a number between " + from + " and " + to + ", not " + value);
    }
}
