package io.throughline.web.page;

import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.Transitions;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.Collection;
import java.util.List;

/**
 * What the detail pages of all processes share: the number in the address, the version that the viewer has read, what
 * can be done and why not, and one way to try a deed.
 */
public abstract class RecordPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    protected transient Attempt attempt;

    @Inject
    protected transient Viewer viewer;

    @Inject
    protected transient Texts texts;

    @Inject
    protected Inputs input;

    private String number;
    private long version;
    private transient Possibilities possibilities;
    private String onward;
    private transient List<String> verbs = List.of();

    /** A verb that is not possible now, and why not. */
    public record Obstacle(String verb, String why) {}

    protected abstract RecordKind kind();

    /** Reads the record: called once when the page is asked for. */
    public abstract void load();

    protected Possibilities possible(Object state, Collection<?> allowed) {
        return Possibilities.of(viewer, texts, state, allowed);
    }

    protected <S extends Enum<S>, V extends Enum<V>> Possibilities possible(Transitions<S, V> table, S state) {
        return Possibilities.of(viewer, texts, table, state);
    }

    /**
     * Notes what was read.
     *
     * @param readVersion the version that deeds are for
     * @param possible what is possible and why not
     * @param next the verb with which work goes on from here, or null
     * @param offered all verbs that the page offers
     */
    protected void opened(long readVersion, Possibilities possible, String next, String... offered) {
        this.version = readVersion;
        this.possibilities = possible;
        this.onward = next;
        this.verbs = List.of(offered);
    }

    protected RecordNumber record() {
        return RecordNumber.parse(kind(), "number", number);
    }

    /** A deed on a record: what was read is named by its version, so that nobody overwrites what was not seen. */
    @FunctionalInterface
    public interface Deed {
        Object on(RecordNumber record, long version);
    }

    /** A deed on a record that takes a command. */
    @FunctionalInterface
    public interface Commanded<C> {
        Object on(RecordNumber record, long version, C command);
    }

    /** Tries a deed on this record and shows the record again. */
    public String tried(String verb, Deed deed) {
        return attempt.at(
                Show.redirectTo(record()),
                texts.get("done", number, texts.verb(verb)),
                () -> deed.on(record(), version));
    }

    /** As {@link #tried(String, Deed)}, with the command that was typed into the verb's form. */
    public <C extends Record> String tried(String verb, Class<C> command, Commanded<C> deed) {
        return tried(verb, (record, read) -> deed.on(record, read, input.as(verb, command)));
    }

    public boolean can(String verb) {
        return possibilities != null && possibilities.can(verb);
    }

    /** Whether work goes on with this verb. */
    public boolean next(String verb) {
        return verb.equals(onward);
    }

    public boolean isAnythingPossible() {
        return verbs.stream().anyMatch(this::can);
    }

    public List<Obstacle> getObstacles() {
        return possibilities == null ? List.of() : possibilities.obstacles(verbs);
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public long getVersion() {
        return version;
    }
}
