package io.throughline.release.domain;

import io.throughline.kernel.domain.Repository;
import java.util.List;
import java.util.Optional;

/** Where it is kept which packages there are; their bytes are in the {@code PackageStore}. */
public interface ReleasePackageRepository extends Repository<ReleasePackage> {

    Optional<ReleasePackage> byDigest(String digest);

    /** All packages of a product, newest first. */
    List<ReleasePackage> ofProduct(String product);
}
