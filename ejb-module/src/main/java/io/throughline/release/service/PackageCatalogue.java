package io.throughline.release.service;

import io.throughline.identity.service.Authority;
import io.throughline.release.domain.ReleasePackage;
import io.throughline.release.domain.ReleasePackageRepository;
import io.throughline.release.domain.packaging.PackageArchive;
import io.throughline.release.domain.packaging.PackageStep;
import io.throughline.release.domain.store.PackageStore;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What packages tell of their products, for whoever compares hosts with them. Machine only. */
@Stateless
public class PackageCatalogue {

    @Inject
    ReleasePackageRepository packages;

    @Inject
    PackageStore store;

    @Inject
    Authority authority;

    /**
     * How to look at a product on a host, and what should be found.
     *
     * @param levelScript prints the product's version
     * @param levelLimit how long that may take
     * @param files by version, and by path on the host: the SHA-256 that a file may have
     */
    public record ProductLook(
            String product, String levelScript, Duration levelLimit, Map<String, Map<String, Set<String>>> files) {

        /** What the files of this version may be, by path on the host; empty when no package says. */
        public Map<String, Set<String>> filesOf(String version) {
            return files.getOrDefault(version, Map.of());
        }
    }

    /**
     * @return empty when there is no package of this product
     */
    public Optional<ProductLook> look(String product) {
        authority.requireMachine();
        List<ReleasePackage> known = packages.ofProduct(product);
        if (known.isEmpty()) {
            return Optional.empty();
        }
        PackageArchive newest = null;
        Map<String, Map<String, Set<String>>> files = new HashMap<>();
        for (ReleasePackage one : known) {
            PackageArchive archive = PackageArchive.read(store.open(one.digest()));
            newest = newest == null ? archive : newest;
            Map<String, Set<String>> ofVersion =
                    files.computeIfAbsent(archive.manifest().version(), version -> new TreeMap<>());
            archive.hostFiles()
                    .forEach((path, digest) -> ofVersion
                            .computeIfAbsent(path, ignored -> new HashSet<>())
                            .add(digest));
        }
        Duration limit = newest.manifest().limit(PackageStep.LEVEL);
        return Optional.of(new ProductLook(product, newest.levelScript(), limit, files));
    }
}
