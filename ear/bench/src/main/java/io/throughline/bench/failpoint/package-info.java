/** Points at which a fault run kills the server from within. Part of the fault run's own application, never of the product. */
package io.throughline.bench.failpoint;
