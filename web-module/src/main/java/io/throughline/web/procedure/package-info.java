/** Documented procedures: their probes, and the approval by a second person. */
package io.throughline.web.procedure;
