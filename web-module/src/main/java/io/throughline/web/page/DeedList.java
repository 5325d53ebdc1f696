package io.throughline.web.page;

import java.io.Serializable;

/**
 * A list whose rows have deeds. Its bean is view scoped and keeps the rows as they were shown, so that a button acts on the
 * row that it stood in, with the version that was seen, whatever has come to the list since. A page reads it once and not
 * again when a form is sent: the buttons of rows that are read only then are never found.
 *
 * <p>Should the session be written out and read again, the list is empty and must be asked for anew.
 *
 * @param <V> what a row shows
 */
public abstract class DeedList<V> extends ListPage<V> implements Serializable {

    private static final long serialVersionUID = 1L;
}
