/** HTTP servers on the loopback interface. */
package io.throughline.fleet.http;
