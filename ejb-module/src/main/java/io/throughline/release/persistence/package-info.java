/** Where releases, packages, their bytes and the keys that sign them are kept. */
package io.throughline.release.persistence;
