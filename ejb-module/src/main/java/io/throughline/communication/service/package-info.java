/** Turning notices into messages and call-backs, and what people do with them. */
package io.throughline.communication.service;
