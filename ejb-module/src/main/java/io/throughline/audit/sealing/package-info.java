/** The Merkle tree over the trail in the database: its rows, how it grows, and the key that signs its checkpoints. */
package io.throughline.audit.sealing;
