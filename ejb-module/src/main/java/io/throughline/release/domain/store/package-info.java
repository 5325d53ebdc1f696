/** The definitive store of packages, addressed by their digest, and the keys that vouch for them. */
package io.throughline.release.domain.store;
