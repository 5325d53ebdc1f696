/** What happened to a contact, for the processes that follow; observed in the same transaction. */
package io.throughline.contact.domain.event;
