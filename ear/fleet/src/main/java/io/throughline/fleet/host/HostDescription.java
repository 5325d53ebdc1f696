package io.throughline.fleet.host;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What somebody asks the fleet to be.
 *
 * @param name unique in the fleet; letters, digits, dots and hyphens
 * @param address loopback address, or null: the fleet gives the host the next free one
 * @param port SSH port, or null: the fleet's
 * @param site where it is said to stand, or null
 * @param role what it is said to be, or null
 * @param services the services it takes part in
 * @param applications folders below its directory that hold an application, each with a file {@code VERSION}
 * @param files content of the files to lie in its directory, by relative path
 */
public record HostDescription(
        String name,
        String address,
        Integer port,
        String site,
        String role,
        List<String> services,
        List<String> applications,
        Map<String, String> files) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,62}");

    public HostDescription {
        Objects.requireNonNull(name, "a host needs a name");
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "'" + name + "' is no name for a host: letters, digits, dots and hyphens");
        }
        if (port != null && (port < 1 || port > 65535)) {
            throw new IllegalArgumentException("host " + name + ": port " + port + " is not between 1 and 65535");
        }
        services = services == null ? List.of() : List.copyOf(services);
        applications = applications == null ? List.of() : List.copyOf(applications);
        files = files == null ? Map.of() : Map.copyOf(files);
    }

    public static HostDescription named(String name) {
        return new HostDescription(name, null, null, null, null, null, null, null);
    }

    public HostDescription at(String newAddress, int newPort) {
        return new HostDescription(name, newAddress, newPort, site, role, services, applications, files);
    }

    public HostDescription withServices(String... names) {
        return new HostDescription(name, address, port, site, role, List.of(names), applications, files);
    }

    public HostDescription withApplications(String... names) {
        return new HostDescription(name, address, port, site, role, services, List.of(names), files);
    }

    public HostDescription withFiles(Map<String, String> contents) {
        return new HostDescription(name, address, port, site, role, services, applications, contents);
    }

    /** The same without the files' content: once they lie in the directory, the directory is what counts. */
    public HostDescription withoutFiles() {
        return withFiles(Map.of());
    }
}
