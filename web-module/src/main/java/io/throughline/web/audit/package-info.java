/** The audit trail for people: search, and what a verification of the whole chain says. */
package io.throughline.web.audit;
