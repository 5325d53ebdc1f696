/**
 * The scenario player: reads a scenario, creates the world it describes, performs its steps and says whether each brought
 * what was expected.
 *
 * <p>It is a client and no back door: everything it does and everything it reports goes through Throughline's public REST
 * interface, under the login of the person who does it. Only the demo fleet, which is no part of Throughline, it reaches by
 * the fleet's own control interface.
 */
package io.throughline.scenario;
