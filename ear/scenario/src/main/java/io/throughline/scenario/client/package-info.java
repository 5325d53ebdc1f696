/** Throughline's REST interface as one person uses it. */
package io.throughline.scenario.client;
