/** The thread: the sixteen activities from the first call to the caller who was told. */
package io.throughline.web.thread;
