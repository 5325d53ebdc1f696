/** Where contacts are kept. */
package io.throughline.contact.persistence;
