package io.throughline.configuration.service;

import io.throughline.configuration.domain.NamedItem;

/** An organisation or an application. */
public record NamedItemView(String number, long version, String name, String description) {

    public static NamedItemView from(NamedItem item) {
        return new NamedItemView(item.number().toString(), item.version(), item.name(), item.description());
    }
}
