/** How the fleet's hosts are reached: one SSH server that is every host, and the two accounts on each. */
package io.throughline.fleet.ssh;
