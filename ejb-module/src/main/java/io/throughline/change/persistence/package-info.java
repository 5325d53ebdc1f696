/** Where changes, templates and links are kept. */
package io.throughline.change.persistence;
