/** Taking records out of the trail: for programs with proofs, for people as a table. */
package io.throughline.audit.export;
