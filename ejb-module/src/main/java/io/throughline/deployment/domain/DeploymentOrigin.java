package io.throughline.deployment.domain;

/**
 * What is deployed, and on whose word.
 *
 * @param release number of the accepted release
 * @param change number of the authorized change
 * @param packageDigest SHA-256 of the package
 * @param product what the package installs
 * @param wantedVersion the level that a server has afterwards
 */
public record DeploymentOrigin(
        String release, String change, String packageDigest, String product, String wantedVersion) {}
