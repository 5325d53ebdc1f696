/**
 * The connection by SSH: one shared client for all hosts, asynchronous, with the quick key exchanges first.
 *
 * <p>An exchange passes the stages connecting, checking the host key, logging in, opening, running. Only when it is in
 * the last two may the host have got the command; that decides between unreachable and in doubt. The host key is judged
 * during the key exchange, which is before any name or signature of ours goes out.
 */
package io.throughline.batch.connector.ssh;
