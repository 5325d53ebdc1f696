/** Where messages and call-backs are kept. */
package io.throughline.communication.persistence;
