/** A host of the demo fleet: what it is called, what lies in its directory, which key it shows and what is wrong with it. */
package io.throughline.fleet.host;
