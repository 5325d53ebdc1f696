/**
 * Threads: the records that hang together, from the first contact to the closed change. A thread has no state of its
 * own; what happened in it is read from the audit trail.
 */
package io.throughline.kernel.thread;
