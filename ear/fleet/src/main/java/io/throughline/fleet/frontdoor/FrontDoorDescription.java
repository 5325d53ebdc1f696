package io.throughline.fleet.frontdoor;

import java.util.Objects;

/**
 * What somebody asks a front door to be.
 *
 * @param service the service it leads to: orders go round its hosts
 * @param application folder of the application that takes the orders, on each host
 * @param port where it listens on the loopback interface; 0 for a free one
 * @param gateway true if an order needs the payment gateway's certificate to be trusted by the host
 * @param trust folder of the PEM files that the application trusts; null for {@code trust} below the application
 * @param customersPerSecond orders that customers place all the time, so that there is something to see; 0 for none
 */
public record FrontDoorDescription(
        String service, String application, int port, boolean gateway, String trust, double customersPerSecond) {

    public FrontDoorDescription {
        Objects.requireNonNull(service, "a front door needs a service");
        application = application == null ? service : application;
        trust = trust == null ? application + "/trust" : trust;
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException(
                    "front door of " + service + ": port " + port + " is not between 0 and 65535");
        }
        if (customersPerSecond < 0 || customersPerSecond > 1000) {
            throw new IllegalArgumentException(
                    "front door of " + service + ": customersPerSecond must be between 0 and 1000");
        }
    }

    public FrontDoorDescription at(int actualPort) {
        return new FrontDoorDescription(service, application, actualPort, gateway, trust, customersPerSecond);
    }
}
