/** Recomputing the trail from its live rows: every record, every hash of the tree, every checkpoint. */
package io.throughline.audit.verification;
