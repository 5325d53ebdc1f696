package io.throughline.configuration.service.inventory;

import io.throughline.configuration.domain.server.InstalledProduct;
import io.throughline.configuration.domain.server.ServerDetails;
import io.throughline.configuration.service.ServerCommand;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One server as a file names it.
 *
 * @param line where, from 1
 * @param name of the server
 * @param values by field; what the file does not say is absent and stays as it is known
 * @param labels from the groups that the server is in
 */
record InventoryEntry(int line, String name, Map<String, String> values, Map<String, String> labels) {

    static final String ADDRESS = "address";
    static final String PORT = "port";
    static final String USER = "user";
    static final String PROBE_USER = "probe_user";
    static final String SITE = "site";
    static final String HOST_KEY = "host_key";
    static final String TEST_SERVER = "test_server";
    static final String PRODUCT = "product";
    static final String VERSION = "version";

    /** The value of a label that says only that a server is in a group. */
    static final String IN_GROUP = "true";

    private static final Set<String> TRUE = Set.of("true", "yes", "1");
    private static final Set<String> FALSE = Set.of("false", "no", "0");

    /** The server as it should be known after the import, when it is new. */
    ServerCommand toCommand(ImportProblems problems) {
        return new ServerCommand(
                name,
                null,
                values.get(SITE),
                labels,
                values.getOrDefault(ADDRESS, name),
                port(ServerCommand.DEFAULT_PORT, problems),
                values.get(USER),
                values.get(PROBE_USER),
                values.get(HOST_KEY),
                testServer(false, problems),
                installed(problems));
    }

    /** What is known of the server, with what the file says laid over it. */
    ServerCommand toCommand(ServerDetails known, ImportProblems problems) {
        Map<String, String> merged = new LinkedHashMap<>(known.labels());
        merged.putAll(labels);
        return new ServerCommand(
                name,
                known.description(),
                values.getOrDefault(SITE, known.site()),
                merged,
                values.getOrDefault(ADDRESS, known.address()),
                port(known.port(), problems),
                values.getOrDefault(USER, known.user()),
                values.getOrDefault(PROBE_USER, known.probeUser()),
                values.getOrDefault(HOST_KEY, known.hostKey()),
                testServer(known.testServer(), problems),
                installed(problems));
    }

    private int port(int otherwise, ImportProblems problems) {
        String text = values.get(PORT);
        if (text == null) {
            return otherwise;
        }
        if (text.matches("[0-9]{1,5}")) {
            return Integer.parseInt(text);
        }
        problems.add(line, PORT, "must be from 1 to 65535");
        return otherwise;
    }

    private boolean testServer(boolean otherwise, ImportProblems problems) {
        String text = values.get(TEST_SERVER);
        if (text == null) {
            return otherwise;
        }
        if (!TRUE.contains(text) && !FALSE.contains(text)) {
            problems.add(line, TEST_SERVER, "must be true or false");
        }
        return TRUE.contains(text);
    }

    private List<ServerCommand.Installed> installed(ImportProblems problems) {
        String product = values.get(PRODUCT);
        String version = values.get(VERSION);
        if (product == null && version == null) {
            return List.of();
        }
        if (!InstalledProduct.isName(product)) {
            problems.add(line, PRODUCT, InstalledProduct.FORM);
        }
        if (!InstalledProduct.isName(version)) {
            problems.add(line, VERSION, InstalledProduct.FORM);
        }
        return List.of(new ServerCommand.Installed(product, version, null, null));
    }
}
