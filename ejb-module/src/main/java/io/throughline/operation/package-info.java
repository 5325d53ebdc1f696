/**
 * The work of the product's machinery: which jobs were asked for, which node runs them, and what is scheduled.
 *
 * <p>A <em>job request</em> is the product's own record of a job. It is written in the transaction that asks for the
 * job and launched after that has committed; the batch engine's tables follow it, never the other way round. A
 * <em>node</em> is one boot of one server process: it beats into the database, and others judge by their own monotonic
 * clock whether it lives. A <em>schedule</em> makes job requests at set times.
 */
package io.throughline.operation;
