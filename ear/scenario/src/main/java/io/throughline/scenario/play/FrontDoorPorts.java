package io.throughline.scenario.play;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.scenario.document.Entity;
import io.throughline.scenario.document.Scenario;
import io.throughline.scenario.world.WorldException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** The ports of this machine at which the demo fleet is to open a scenario's front doors. */
public final class FrontDoorPorts {

    private FrontDoorPorts() {}

    /**
     * Looks before anything is started.
     *
     * @throws WorldException naming the first port that is taken, and by which front door it is wanted
     */
    public static void requireFree(Scenario scenario) {
        for (Entity service : scenario.entities("services")) {
            JsonNode door = service.described().path("frontDoor");
            if (door.has("port") && !door.has("url")) {
                requireFree(door.get("port").asInt(), service.name());
            }
        }
    }

    private static void requireFree(int port, String service) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException taken) {
            throw new WorldException(
                    "port " + port + " for the front door of " + service + " cannot be used (" + taken.getMessage()
                            + ')',
                    taken);
        }
    }
}
