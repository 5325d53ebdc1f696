/** Where documented procedures are kept. */
package io.throughline.procedure.persistence;
