package io.throughline.change.domain.authorization;

import java.util.Collection;
import java.util.Objects;
import java.util.Set;

/**
 * Exactly what is to be carried out: a confirmation binds it, and every wave and every server is checked against it.
 *
 * @param deployment number of the deployment that carries it out
 * @param packageSha256 digest of the package
 * @param product what the package installs; null when it is not to be checked
 * @param version the version that a server has afterwards; null when it is not to be checked
 * @param servers numbers of the servers
 * @param planDigest digest of the rollout plan
 */
public record Binding(
        String deployment,
        String packageSha256,
        String product,
        String version,
        Set<String> servers,
        String planDigest) {

    public Binding {
        Objects.requireNonNull(deployment, "deployment");
        Objects.requireNonNull(packageSha256, "packageSha256");
        Objects.requireNonNull(planDigest, "planDigest");
        servers = Set.copyOf(servers);
    }

    public Binding(
            String deployment,
            String packageSha256,
            String product,
            String version,
            Collection<String> servers,
            String planDigest) {
        this(deployment, packageSha256, product, version, Set.copyOf(servers), planDigest);
    }
}
