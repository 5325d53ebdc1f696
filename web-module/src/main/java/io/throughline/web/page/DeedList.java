package io.throughline.web.page;

import io.throughline.kernel.domain.Transitions;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.Collection;
import java.util.List;

/**
 * A list whose rows have deeds. Its bean is view scoped and keeps the rows as they were shown, so that a button acts on the
 * row that it stood in, with the version that was seen, whatever has come to the list since. A page reads it once and not
 * again when a form is sent: the buttons of rows that are read only then are never found.
 *
 * <p>As on a detail page, what cannot be done with a row says why not.
 *
 * <p>Should the session be written out and read again, the list is empty and must be asked for anew.
 *
 * @param <V> what a row shows
 */
public abstract class DeedList<V> extends ListPage<V> implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    protected transient Viewer viewer;

    @Inject
    protected transient Texts texts;

    private final List<String> verbs;

    /**
     * @param verbs all that the rows offer
     */
    protected DeedList(String... verbs) {
        this.verbs = List.of(verbs);
    }

    /** What the viewer can do with this row now. */
    protected abstract Possibilities possible(V row);

    protected final Possibilities possible(Object state, Collection<?> allowed) {
        return Possibilities.of(viewer, texts, state, allowed);
    }

    protected final <S extends Enum<S>, T extends Enum<T>> Possibilities possible(Transitions<S, T> table, S state) {
        return Possibilities.of(viewer, texts, table, state);
    }

    public boolean can(V row, String verb) {
        return possible(row).can(verb);
    }

    /** What cannot be done with this row now, and why not. */
    public List<RecordPage.Obstacle> obstacles(V row) {
        return possible(row).obstacles(verbs);
    }
}
