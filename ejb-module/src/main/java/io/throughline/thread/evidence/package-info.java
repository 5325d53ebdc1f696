/** The evidence bundle of a change or a thread: what a stranger verifies offline and a manager reads. */
package io.throughline.thread.evidence;
