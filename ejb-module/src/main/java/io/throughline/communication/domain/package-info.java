/**
 * Telling people. A message is PENDING in the outbox until it is claimed for SENDING and is SENT; what the mail server
 * refuses for good is FAILED; when nobody can say whether it went out it is IN_DOUBT, and a person decides. A call-back
 * is OPEN until somebody at the desk has TOLD the caller, found NO_ANSWER, or heard that it does not work (DOUBTED).
 */
package io.throughline.communication.domain;
