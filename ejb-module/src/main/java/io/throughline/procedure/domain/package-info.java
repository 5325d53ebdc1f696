/**
 * Documented procedures: what to look at when something is wrong. A procedure is a DRAFT until a second person has
 * APPROVED it; a revision makes it a draft again; a RETIRED one is used no more. Its probes are commands that only read,
 * run under an account that cannot write.
 */
package io.throughline.procedure.domain;
