package io.throughline.release.domain.packaging;

import io.throughline.kernel.domain.parameter.ParameterDefinition;
import io.throughline.kernel.domain.refusal.Invalid;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a package says of itself in {@code manifest.json}.
 *
 * @param product what the package installs, for instance {@code shopping-cart}
 * @param version the level a host has afterwards
 * @param scripts path of each step's script inside the archive; a forward-only package has none for rollback
 * @param parameters what the scripts ask for
 * @param forwardOnly there is no way back; deploying it needs a plan that says so
 * @param limits how long each step may take on a host
 * @param restart what the install script restarts
 * @param files what lies on a host afterwards, byte for byte: path on the host, and path of the same file in the archive
 */
public record PackageManifest(
        String product,
        String version,
        String description,
        Map<PackageStep, String> scripts,
        List<ParameterDefinition> parameters,
        boolean forwardOnly,
        Map<PackageStep, Duration> limits,
        Restart restart,
        Map<String, String> files) {

    /** Where the manifest lies in the archive. */
    public static final String FILE = "manifest.json";

    /** The format that this release of Throughline writes and reads. */
    public static final int FORMAT = 1;

    public PackageManifest {
        scripts = Map.copyOf(scripts);
        parameters = List.copyOf(parameters);
        limits = Map.copyOf(limits);
        files = Map.copyOf(files);
    }

    /**
     * Reads a manifest.
     *
     * @throws Invalid naming every field that is wrong and what is allowed there
     */
    public static PackageManifest parse(String json) {
        return new ManifestReader().read(json);
    }

    /** Path of the step's script, empty for the rollback of a forward-only package. */
    public Optional<String> script(PackageStep step) {
        return Optional.ofNullable(scripts.get(step));
    }

    /** How long the step may take on a host. */
    public Duration limit(PackageStep step) {
        return limits.getOrDefault(step, step.usualLimit());
    }

    /**
     * Checks values for the parameters and fills in the defaults.
     *
     * @throws Invalid naming every value that is missing, unknown or not allowed
     */
    public Map<String, String> resolve(Map<String, String> values) {
        return ParameterDefinition.resolve(parameters, values);
    }
}
