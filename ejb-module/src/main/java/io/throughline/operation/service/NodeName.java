package io.throughline.operation.service;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;

/** What stays the same of a node from boot to boot: its machine and its data folder, which one process at a time holds. */
final class NodeName {

    private NodeName() {}

    static String ofThisProcess() {
        return ConfigProvider.getConfig()
                .getOptionalValue("throughline.data", String.class)
                .map(folder -> host() + ":" + Path.of(folder).toAbsolutePath().normalize())
                // without a data folder nothing says that an earlier boot is over: be a stranger to it
                .orElseGet(() -> UUID.randomUUID().toString());
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }
}
