/** The thread: all records that hang together, read from the audit trail as the activities in their order. */
package io.throughline.thread.service;
