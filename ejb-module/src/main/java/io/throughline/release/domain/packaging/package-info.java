/**
 * The format of a release package: reading, checking and building it, without a database and without a host.
 *
 * <p>Terms: a <em>package</em> is one {@code .tar.gz} with a {@code manifest.json}, scripts and payload files; its
 * <em>digest</em> is the SHA-256 of the archive's bytes and is what a change binds and a host checks. A <em>level</em>
 * is the version of the product that a host has now, as the package's own level script prints it. The
 * <em>steps</em> of a package are level, install, verify and rollback; a <em>forward-only</em> package has no rollback.
 *
 * <p>Life of a package: built from a folder ({@link io.throughline.release.domain.packaging.PackageBuilder}), read and
 * checked when it comes in ({@link io.throughline.release.domain.packaging.PackageArchive}), from then on addressed by
 * its digest. The format is described in {@code docs/package-format.md}.
 */
package io.throughline.release.domain.packaging;
