/** Breaks the product on purpose and compares what it says afterwards with what outsiders know. */
package io.throughline.bench.fault;
