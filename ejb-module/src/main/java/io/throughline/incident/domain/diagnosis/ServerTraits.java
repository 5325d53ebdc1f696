package io.throughline.incident.domain.diagnosis;

import java.util.Map;

/**
 * What is known of a server that may explain how it answers.
 *
 * @param traits by name, for instance {@code site: ams1}, {@code label zone: a}, {@code product shopping-cart: 4.2.7}
 * @param touchedBy for each trait the change that made it so; traits that no change made are left out
 */
public record ServerTraits(String server, Map<String, String> traits, Map<String, String> touchedBy) {}
