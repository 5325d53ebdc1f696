/**
 * Contacts: somebody calls or writes. A contact is RECEIVED, ASSESSED (complete? what is it? how urgent?) and then
 * ROUTED to an incident, FULFILLED with an answer, or REJECTED with a reason that the caller is told; CLOSED ends it.
 * A contact that was linked to the wrong incident is unlinked and is ASSESSED again.
 */
package io.throughline.contact.domain;
