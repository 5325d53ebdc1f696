/**
 * The demonstration, {@code mvn -Prun}: a fleet, a server and a scenario, each a process of its own, kept together.
 */
package io.throughline.launcher.demo;
