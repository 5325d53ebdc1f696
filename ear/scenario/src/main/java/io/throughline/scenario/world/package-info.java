/** The world around Throughline: the demo fleet's hosts and front doors, and the packages that are built for them. */
package io.throughline.scenario.world;
