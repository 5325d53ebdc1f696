package io.throughline.incident.domain.diagnosis;

import java.util.List;

/**
 * Something that tells failing servers from passing ones.
 *
 * @param trait what it is, such as {@code product shopping-cart}
 * @param value how it is, such as {@code 4.2.7}
 * @param failing how many of the failing servers have it
 * @param passing how many of the passing servers have it
 * @param decisive whether all of one kind have it and none of the other
 * @param changes numbers of the changes that made it so, or that made it otherwise on the other servers
 */
public record Difference(
        String trait, String value, int failing, int passing, boolean decisive, List<String> changes) {}
