package io.throughline.release.domain;

import io.throughline.kernel.domain.AuditedRoot;
import io.throughline.kernel.domain.Deed;
import io.throughline.kernel.domain.Facts;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.release.domain.packaging.PackageArchive;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** A package that came in, was read to its end and signed. Never changed: other bytes are another package. */
@Entity
@Table(name = "release_package")
public class ReleasePackage extends AuditedRoot {

    @Column(nullable = false, updatable = false, unique = true)
    private String digest;

    @Column(name = "byte_size", nullable = false, updatable = false)
    private long size;

    @Column(nullable = false, updatable = false)
    private String product;

    @Column(name = "product_version", nullable = false, updatable = false)
    private String productVersion;

    @Column(updatable = false)
    private String description;

    @Column(name = "forward_only", nullable = false, updatable = false)
    private boolean forwardOnly;

    @Embedded
    private PackageSignature signature;

    @Column(name = "uploaded_by", nullable = false, updatable = false)
    private String uploadedBy;

    @Column(name = "uploaded_at", nullable = false, updatable = false)
    private Instant uploadedAt;

    protected ReleasePackage() {}

    public ReleasePackage(RecordNumber number, PackageArchive archive, PackageSignature signature, Deed deed) {
        super(number);
        this.digest = archive.digest();
        this.size = archive.size();
        this.product = archive.manifest().product();
        this.productVersion = archive.manifest().version();
        this.description = archive.manifest().description();
        this.forwardOnly = archive.manifest().forwardOnly();
        this.signature = signature;
        this.uploadedBy = deed.actor();
        this.uploadedAt = deed.at();
    }

    @Override
    public RecordKind kind() {
        return RecordKind.RELEASE_PACKAGE;
    }

    @Override
    public Facts facts() {
        return Facts.of()
                .put("digest", digest)
                .put("size", size)
                .put("product", product)
                .put("productVersion", productVersion)
                .put("forwardOnly", forwardOnly)
                .put("signedBy", signature.signedBy())
                .put("signature", signature.value())
                .put("uploadedBy", uploadedBy);
    }

    /** SHA-256 of the archive. */
    public String digest() {
        return digest;
    }

    /** Bytes of the archive. */
    public long size() {
        return size;
    }

    public String product() {
        return product;
    }

    public String productVersion() {
        return productVersion;
    }

    public String description() {
        return description;
    }

    public boolean forwardOnly() {
        return forwardOnly;
    }

    public PackageSignature signature() {
        return signature;
    }

    public String uploadedBy() {
        return uploadedBy;
    }

    public Instant uploadedAt() {
        return uploadedAt;
    }
}
