package io.throughline.release.domain.store;

import io.throughline.kernel.domain.refusal.Conflict;
import io.throughline.release.domain.packaging.PackageArchive;
import io.throughline.release.domain.packaging.PackageContent;
import java.io.InputStream;

/** Keeps the bytes of packages, each once, under its digest. */
public interface PackageStore {

    /**
     * Takes a package in: it is there under its digest once it was written to the disk and found sound, and not at all
     * otherwise.
     */
    PackageArchive take(InputStream bytes);

    /**
     * @throws Conflict when the bytes are not there, or are no longer those of the digest
     */
    PackageContent open(String digest);
}
