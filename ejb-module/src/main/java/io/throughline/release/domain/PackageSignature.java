package io.throughline.release.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Objects;

/** An Ed25519 signature over a package's digest, and by whose key. */
@Embeddable
public class PackageSignature {

    @Column(name = "signed_by", nullable = false, updatable = false)
    private String signedBy;

    @Column(name = "signature", nullable = false, updatable = false)
    private String value;

    protected PackageSignature() {}

    /**
     * @param signedBy name of the key
     * @param value the 64 bytes in base64
     */
    public PackageSignature(String signedBy, String value) {
        this.signedBy = Objects.requireNonNull(signedBy);
        this.value = Objects.requireNonNull(value);
    }

    /** What is signed for a package: one line of text, so that a builder can sign with any tool. */
    public static String message(String digest) {
        return "throughline-package sha256:" + digest + "\n";
    }

    public String signedBy() {
        return signedBy;
    }

    public String value() {
        return value;
    }
}
