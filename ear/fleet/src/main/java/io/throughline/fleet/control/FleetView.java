package io.throughline.fleet.control;

import io.throughline.fleet.Fleet;
import io.throughline.fleet.frontdoor.FrontDoor;
import io.throughline.fleet.frontdoor.GatewayAuthority;
import io.throughline.fleet.host.Fault;
import io.throughline.fleet.host.FleetHost;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The fleet as the control interface shows it. */
record FleetView(List<HostView> hosts, List<DoorView> frontDoors, GatewayAuthority gateway) {

    /** @param hostKey public key as in {@code known_hosts}, type and base64 */
    record HostView(
            String name,
            String address,
            int port,
            String directory,
            String hostKey,
            String site,
            String role,
            List<String> services,
            List<String> applications,
            Fault fault) {

        static HostView of(FleetHost host) throws IOException {
            return new HostView(
                    host.name(),
                    host.description().address(),
                    host.description().port(),
                    host.directory().path().toString(),
                    host.publicKey(),
                    host.description().site(),
                    host.description().role(),
                    host.description().services(),
                    host.description().applications(),
                    host.fault());
        }
    }

    record DoorView(String service, String url) {
        static DoorView of(FrontDoor door) {
            return new DoorView(door.description().service(), door.url());
        }
    }

    static FleetView of(Fleet fleet) throws IOException {
        List<HostView> hosts = new ArrayList<>();
        for (FleetHost host : fleet.hosts()) {
            hosts.add(HostView.of(host));
        }
        return new FleetView(
                hosts, fleet.frontDoors().stream().map(DoorView::of).toList(), fleet.gatewayAuthority());
    }
}
