package io.throughline.release.service;

import io.throughline.release.domain.ReleasePackage;
import io.throughline.release.domain.packaging.PackageManifest;
import io.throughline.release.domain.packaging.PackageStep;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A package in the store. It never changes: the version is that of the product.
 *
 * @param signature Ed25519 over {@code throughline-package sha256:<digest>} and a line feed, in base64
 * @param manifest what the package says of itself; null in lists
 */
public record PackageView(
        String number,
        String sha256,
        long size,
        String product,
        String version,
        String description,
        boolean forwardOnly,
        String signature,
        String signedBy,
        String uploadedBy,
        Instant uploadedAt,
        Manifest manifest) {

    /** The manifest as the package has it. */
    public record Manifest(
            Map<String, String> scripts,
            Map<String, Long> timeLimitSeconds,
            List<Parameter> parameters,
            String restart,
            Map<String, Long> files) {}

    /** A parameter for which the scripts ask. */
    public record Parameter(String name, String type, boolean required) {}

    static PackageView from(ReleasePackage stored, PackageManifest manifest, Map<String, Long> files) {
        return new PackageView(
                stored.number().toString(),
                stored.digest(),
                stored.size(),
                stored.product(),
                stored.productVersion(),
                stored.description(),
                stored.forwardOnly(),
                stored.signature().value(),
                stored.signature().signedBy(),
                stored.uploadedBy(),
                stored.uploadedAt(),
                manifest == null ? null : manifest(manifest, files));
    }

    private static Manifest manifest(PackageManifest manifest, Map<String, Long> files) {
        Map<String, String> scripts = new TreeMap<>();
        manifest.scripts().forEach((step, path) -> scripts.put(step.word(), path));
        Map<String, Long> limits = new TreeMap<>();
        Arrays.stream(PackageStep.values()).forEach(step -> limits.put(step.word(), seconds(manifest.limit(step))));
        return new Manifest(
                scripts,
                limits,
                manifest.parameters().stream()
                        .map(p -> new Parameter(p.name(), p.type().name(), p.required()))
                        .toList(),
                manifest.restart().word(),
                new TreeMap<>(files));
    }

    private static long seconds(Duration limit) {
        return limit.toSeconds();
    }
}
