/** Where job requests, nodes and schedules are kept. */
package io.throughline.operation.persistence;
