package io.throughline.web.page;

import io.throughline.kernel.domain.Page;
import java.util.List;

/**
 * What the list pages of all processes share. Filters and place are in the address, so that a list can be kept, sent
 * and gone back to; only the rows of one page are ever read.
 *
 * @param <V> what a row shows
 */
public abstract class ListPage<V> {

    private static final int ROWS = 25;

    private Long before;
    private Page<V> page = new Page<>(List.of(), null);

    /** Reads one page of the list as filtered. */
    protected abstract Page<V> read(Long from, int size);

    public void load() {
        page = read(before, ROWS);
    }

    /** An empty filter does not restrict. */
    protected static String given(String filter) {
        return filter == null || filter.isBlank() ? null : filter.strip();
    }

    /** As {@link #given(String)}, for a constant; one that does not exist does not restrict either. */
    protected static <E extends Enum<E>> E given(Class<E> type, String filter) {
        String name = given(filter);
        if (name == null) {
            return null;
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        return null;
    }

    public List<V> getRows() {
        return page.items();
    }

    public Long getNext() {
        return page.next();
    }

    public Long getBefore() {
        return before;
    }

    public void setBefore(Long before) {
        this.before = before;
    }
}
