package io.throughline.change.domain.authorization;

/**
 * Why nothing may start now.
 *
 * @param key stable name in kebab case
 * @param reason the same in words
 */
public record Objection(String key, String reason) {}
