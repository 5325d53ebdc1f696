package io.throughline.web.configuration;

import io.throughline.web.page.ListPage;

/**
 * A list that is searched by name.
 *
 * @param <V> what a row shows
 */
public abstract class NamedListPage<V> extends ListPage<V> {

    private String name;

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }
}
