package io.throughline.web.home;

import io.throughline.kernel.domain.Page;
import java.util.List;
import java.util.function.Function;

/**
 * Something that waits for the viewer: how many there are, the first few, and the list that shows all.
 *
 * @param key names it in the bundle
 * @param link address of the whole list
 * @param count how many were counted; more may wait when {@code more} is set
 * @param more whether counting stopped before the end
 * @param first what is shown on the first page
 */
public record Waiting(String key, String link, int count, boolean more, List<Line> first) {

    private static final int SHOWN = 5;
    static final int COUNTED = 50;

    /** One record that waits. */
    public record Line(String number, String title, Object state) {}

    static <V> Waiting of(String key, String link, Page<V> page, Function<V, Line> line) {
        return new Waiting(
                key,
                link,
                page.items().size(),
                page.next() != null,
                page.items().stream().limit(SHOWN).map(line).toList());
    }

    public boolean isNone() {
        return count == 0;
    }
}
