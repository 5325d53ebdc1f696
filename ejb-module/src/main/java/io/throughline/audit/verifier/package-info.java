/**
 * Checks an exported trail or an evidence bundle offline: a program of the command line that needs nothing but the JDK,
 * no server and no database.
 */
package io.throughline.audit.verifier;
