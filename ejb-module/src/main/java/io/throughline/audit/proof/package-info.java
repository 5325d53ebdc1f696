/**
 * What an outsider needs to check the trail: RFC 6962 Merkle trees, their tiles and proofs, and checkpoints as C2SP
 * signed notes. Pure, and nothing but the JDK: the same classes run in the server and in the offline verifier.
 */
package io.throughline.audit.proof;
