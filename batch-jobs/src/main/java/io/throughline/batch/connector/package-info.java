/**
 * Talking to one host: a command goes out, a typed answer comes back, and what the answer does not say is never guessed.
 *
 * <p>Terms: a <em>target</em> is a host with its address, login and the host key that we expect. An <em>exchange</em> is
 * one connection with one command. It ends in exactly one of four ways:
 *
 * <ul>
 *   <li><em>answered</em>: the command ended, with its status and output;
 *   <li><em>unreachable</em>: no command was sent, so that trying again is safe;
 *   <li><em>quarantined</em>: the host showed another key than expected; nothing was sent, not even a login;
 *   <li><em>in doubt</em>: the command was sent and no complete answer came; look before doing anything again.
 * </ul>
 *
 * <p>{@code ssh} is the connection by SSH, {@code runner} what we send to a host to change it safely.
 */
package io.throughline.batch.connector;
