/** The sixteen activities of a thread and the word sets in which they are named. */
package io.throughline.kernel.activity;
