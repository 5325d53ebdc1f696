/** What one process does in answer to another, in the same transaction. Everything may be asked here; nobody asks here. */
package io.throughline.handover;
