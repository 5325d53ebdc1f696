/** Messages on their way to a real mail server. */
package io.throughline.verification.communication;
