/** The outbox and the call-back list over REST. */
package io.throughline.rest.communication;
