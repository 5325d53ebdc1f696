/**
 * The fleet's control interface: HTTP with JSON on the loopback interface, open to whoever can read the fleet's token file.
 *
 * <p>It is how a scenario's world changes: hosts appear, break and are repaired, a file is edited by hand, the payment
 * gateway renews its certificate.
 */
package io.throughline.fleet.control;
