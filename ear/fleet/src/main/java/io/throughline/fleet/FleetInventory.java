package io.throughline.fleet;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.throughline.fleet.frontdoor.FrontDoorDescription;
import io.throughline.fleet.frontdoor.GatewayAuthority;
import io.throughline.fleet.host.Fault;
import io.throughline.fleet.host.HostDescription;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** What a fleet remembers over a restart; what lies on the hosts is in their directories. */
record FleetInventory(List<Entry> hosts, List<FrontDoorDescription> frontDoors, GatewayAuthority gateway) {

    /** A host and what was wrong with it. */
    record Entry(HostDescription host, Fault fault, long delayMillis) {}

    static final FleetInventory EMPTY = new FleetInventory(List.of(), List.of(), GatewayAuthority.OLD);

    static FleetInventory read(Path file, JsonMapper json) throws IOException {
        return Files.exists(file) ? json.readValue(file.toFile(), FleetInventory.class) : EMPTY;
    }

    void write(Path file, JsonMapper json) throws IOException {
        Path aside = file.resolveSibling(file.getFileName() + ".new");
        json.writerWithDefaultPrettyPrinter().writeValue(aside.toFile(), this);
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
