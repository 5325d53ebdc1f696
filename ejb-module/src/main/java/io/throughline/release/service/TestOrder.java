package io.throughline.release.service;

/**
 * What a test job is to try out.
 *
 * @param reference names this test on the host, so that its marks are never taken for those of a deployment
 * @param token the host refuses what comes under a lower one; verify, rollback and so on may take it again
 */
public record TestOrder(
        String release, String packageDigest, String product, String version, String reference, long token) {}
