/**
 * The demo fleet: SSH servers that a demonstration, a scenario or a test can be played against.
 *
 * <p>It is a process of its own and no part of the product: Throughline reaches its hosts as it would reach anybody's, by
 * address, port and host key. Every host listens on an address of its own on the loopback network, has a host key and a
 * directory of its own, and runs each command it is sent through {@code /bin/sh} in that directory.
 *
 * <p>The fleet knows no scenario. Whoever plays one describes hosts, front doors and faults over the
 * {@linkplain io.throughline.fleet.control control interface}; the fleet keeps what it was told in its directory and comes
 * back with it after a restart.
 */
package io.throughline.fleet;
