package io.throughline.batch.connector.runner;

/**
 * What a host remembers of the last package of one product.
 *
 * @param phase {@code intended}, {@code applied}, {@code verified}, {@code failed}, {@code reverting} or
 *     {@code rolled-back}
 * @param reference for what it was applied, usually a deployment's number
 */
public record HostMarker(String phase, String version, String digest, String before, String token, String reference) {}
