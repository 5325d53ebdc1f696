/** Sending what lies in the outbox: claimed by one node, sent outside any transaction, and settled afterwards. */
package io.throughline.communication.service.outbox;
