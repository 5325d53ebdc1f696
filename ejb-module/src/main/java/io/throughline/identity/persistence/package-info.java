/** Where people are kept. */
package io.throughline.identity.persistence;
