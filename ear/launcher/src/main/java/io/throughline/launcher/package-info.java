/**
 * Starts, stops and watches a Throughline server: the command line of the distribution.
 *
 * <p>Everything that can be wrong with the surroundings (Java, port, folder, options, database) is checked before the
 * server is booted, and told in one line.
 */
package io.throughline.launcher;
