package io.throughline.release.persistence;

import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.persistence.JpaRepository;
import io.throughline.release.domain.ReleasePackage;
import io.throughline.release.domain.ReleasePackageRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@ApplicationScoped
class JpaReleasePackageRepository extends JpaRepository<ReleasePackage> implements ReleasePackageRepository {

    JpaReleasePackageRepository() {
        super(ReleasePackage.class, RecordKind.RELEASE_PACKAGE);
    }

    @Override
    public Optional<ReleasePackage> byDigest(String digest) {
        return list("r.digest = :digest", Map.of("digest", digest)).stream().findFirst();
    }

    @Override
    public List<ReleasePackage> ofProduct(String product) {
        return page("AND r.product = :product", Map.of("product", product), null, Integer.MAX_VALUE - 1)
                .items();
    }
}
