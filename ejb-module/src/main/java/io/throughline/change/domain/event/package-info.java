/** What other processes need to know of changes, told in the same transaction. */
package io.throughline.change.domain.event;
