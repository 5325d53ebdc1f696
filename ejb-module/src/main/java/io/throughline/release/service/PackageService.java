package io.throughline.release.service;

import io.throughline.audit.service.AuditEntry;
import io.throughline.audit.service.AuditTrail;
import io.throughline.audit.service.RefusalRecorder;
import io.throughline.identity.domain.Right;
import io.throughline.identity.service.Authority;
import io.throughline.kernel.domain.Page;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.refusal.NotFound;
import io.throughline.release.domain.PackageSignature;
import io.throughline.release.domain.ReleasePackage;
import io.throughline.release.domain.ReleasePackageRepository;
import io.throughline.release.domain.packaging.PackageArchive;
import io.throughline.release.domain.store.PackageKeys;
import io.throughline.release.domain.store.PackageStore;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

/** Takes packages into the store, and gives them out to those who may use them. */
@Stateless
@Interceptors(RefusalRecorder.class)
public class PackageService {

    @Inject
    ReleasePackageRepository packages;

    @Inject
    PackageStore store;

    @Inject
    PackageKeys keys;

    @Inject
    Authority authority;

    @Inject
    AuditTrail trail;

    /**
     * Takes a package in, reads its manifest, and signs it unless its builder has. The same bytes again are the same
     * package.
     *
     * @param signature the builder's signature in base64; null for none
     */
    public PackageView upload(InputStream bytes, String signature) {
        authority.require(Right.RELEASE_BUILD);
        PackageArchive archive = store.take(bytes);
        Optional<ReleasePackage> known = packages.byDigest(archive.digest());
        if (known.isPresent()) {
            return view(known.get(), archive);
        }
        PackageSignature made = signature == null || signature.isBlank()
                ? keys.sign(archive.digest())
                : keys.accept(archive.digest(), signature.strip());
        ReleasePackage stored = trail.create(
                AuditEntry.of("package.upload").by(Right.RELEASE_BUILD),
                deed -> new ReleasePackage(packages.nextNumber(), archive, made, deed));
        return view(stored, archive);
    }

    /**
     * @param name number or digest
     */
    public PackageView get(String name) {
        authority.require(Right.RECORD_READ);
        ReleasePackage stored = named(name);
        return view(stored, PackageArchive.read(store.open(stored.digest())));
    }

    public Page<PackageView> page(Long before, int size) {
        authority.require(Right.RECORD_READ);
        return packages.page(before, size).map(stored -> PackageView.from(stored, null, Map.of()));
    }

    /**
     * Gives a package to the part of the machine that brings it to a host; bytes and signature are checked each time.
     */
    public PackageArchive open(String digest) {
        authority.requireMachine();
        ReleasePackage stored = named(digest);
        keys.check(stored.digest(), stored.signature());
        return PackageArchive.read(store.open(stored.digest()));
    }

    /** The package of this number or digest, its bytes and signature checked. */
    public ReleasePackage checked(String name) {
        ReleasePackage stored = named(name);
        keys.check(stored.digest(), stored.signature());
        store.open(stored.digest());
        return stored;
    }

    private ReleasePackage named(String name) {
        String prefix = RecordKind.RELEASE_PACKAGE.prefix() + "-";
        if (name.startsWith(prefix)) {
            return packages.require(RecordNumber.parse(RecordKind.RELEASE_PACKAGE, "package", name));
        }
        return packages.byDigest(name).orElseThrow(() -> new NotFound("release package", name));
    }

    private static PackageView view(ReleasePackage stored, PackageArchive archive) {
        return PackageView.from(stored, archive.manifest(), archive.files());
    }
}
