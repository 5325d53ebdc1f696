/** Who is told what: the outbox with the sends that are in doubt, and the desk's call-back list. */
package io.throughline.web.communication;
