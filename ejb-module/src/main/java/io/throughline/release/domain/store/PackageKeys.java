package io.throughline.release.domain.store;

import io.throughline.kernel.domain.refusal.Conflict;
import io.throughline.kernel.domain.refusal.Invalid;
import io.throughline.release.domain.PackageSignature;

/** The keys that sign packages: the product's own, and those of builders whose public keys are known. */
public interface PackageKeys {

    /** Signs with the product's own key. */
    PackageSignature sign(String digest);

    /**
     * Takes a signature that a builder made elsewhere.
     *
     * @param base64 the 64 bytes of the signature
     * @throws Invalid when no known builder's key made it over this digest
     */
    PackageSignature accept(String digest, String base64);

    /**
     * @throws Conflict when the signature does not hold, or its key is no longer known
     */
    void check(String digest, PackageSignature signature);
}
