package io.throughline.web.page;

import io.throughline.identity.domain.Right;
import io.throughline.kernel.domain.Transitions;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What the viewer can do with a record now, and for everything else why not: the state does not allow it, a right is
 * missing, or four eyes exclude the viewer. Only shown; the services decide.
 */
public final class Possibilities {

    private final Set<String> allowed = new HashSet<>();
    private final Map<String, String> obstacles = new HashMap<>();
    private final Map<String, List<Right>> rights = new HashMap<>();
    private final Viewer viewer;
    private final Texts texts;
    private final String state;
    private final Function<String, List<String>> elsewhere;

    private Possibilities(
            Viewer viewer, Texts texts, Object state, Collection<?> allowed, Function<String, List<String>> elsewhere) {
        this.viewer = viewer;
        this.texts = texts;
        this.state = texts.name(state);
        this.elsewhere = elsewhere;
        allowed.forEach(verb -> this.allowed.add(verb.toString()));
    }

    /** For a record whose state and verbs are not in a table. */
    static Possibilities of(Viewer viewer, Texts texts, Object state, Collection<?> allowed) {
        return new Possibilities(viewer, texts, state, allowed, verb -> List.of());
    }

    /** For a record with a table: what is not allowed now can say when it is. */
    static <S extends Enum<S>, V extends Enum<V>> Possibilities of(
            Viewer viewer, Texts texts, Transitions<S, V> table, S state) {
        return new Possibilities(
                viewer,
                texts,
                state,
                table.allowed(state),
                verb -> Arrays.stream(state.getDeclaringClass().getEnumConstants())
                        .filter(other -> table.allowed(other).stream()
                                .anyMatch(allowed -> allowed.name().equals(verb)))
                        .map(texts::name)
                        .toList());
    }

    /** These verbs need this right. */
    public Possibilities need(Right right, String... verbs) {
        for (String verb : verbs) {
            rights.put(verb, List.of(right));
        }
        return this;
    }

    /** Any one of these rights is enough for this verb. */
    public Possibilities needAny(String verb, Right... anyOf) {
        rights.put(verb, List.of(anyOf));
        return this;
    }

    /** Who is this person may not do these verbs; {@code as} says what the person is on the record. */
    public Possibilities exclude(String person, String as, String... verbs) {
        if (person != null && person.equals(viewer.getNumber())) {
            for (String verb : verbs) {
                obstacles.putIfAbsent(verb, texts.get("whynot.fourEyes", texts.get("whynot.as." + as)));
            }
        }
        return this;
    }

    /** A verb that is possible besides those of the record's own table, when this holds. */
    public Possibilities also(boolean holds, String verb) {
        if (holds) {
            allowed.add(verb);
        }
        return this;
    }

    /** Another reason that stands in the way of a verb, when it holds. */
    public Possibilities hinder(boolean holds, String reasonKey, String... verbs) {
        if (holds) {
            for (String verb : verbs) {
                obstacles.putIfAbsent(verb, texts.get(reasonKey));
            }
        }
        return this;
    }

    /** Why the viewer cannot do this now; null when the viewer can. */
    public String whyNot(String verb) {
        if (!allowed.contains(verb)) {
            List<String> when = elsewhere.apply(verb);
            return when.isEmpty()
                    ? texts.get("whynot.state", state)
                    : texts.get("whynot.when", state, String.join(", ", when));
        }
        List<Right> needed = rights.getOrDefault(verb, List.of());
        if (!needed.isEmpty() && needed.stream().noneMatch(viewer::may)) {
            return texts.get("whynot.right", texts.name(needed.get(0)));
        }
        return obstacles.get(verb);
    }

    /** Those of the verbs that the viewer cannot do now. */
    List<RecordPage.Obstacle> obstacles(List<String> verbs) {
        return verbs.stream()
                .filter(verb -> !can(verb))
                .map(verb -> new RecordPage.Obstacle(verb, whyNot(verb)))
                .toList();
    }

    public boolean can(String verb) {
        return whyNot(verb) == null;
    }
}
