package io.throughline.kernel.domain;

import io.throughline.kernel.domain.refusal.IllegalTransition;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The transition table of one state machine: from which state which verb leads to which states. A verb that may end in
 * more than one state ({@code finish}: implemented or partly implemented) lists them all; the entity chooses.
 *
 * @param <S> the states
 * @param <V> the verbs
 */
public final class Transitions<S extends Enum<S>, V extends Enum<V>> {

    private final Map<S, Map<V, List<S>>> table;
    private final Class<V> verbs;

    private Transitions(Class<V> verbs, Map<S, Map<V, List<S>>> table) {
        this.verbs = verbs;
        this.table = table;
    }

    public static <S extends Enum<S>, V extends Enum<V>> Builder<S, V> of(Class<S> states, Class<V> verbs) {
        return new Builder<>(states, verbs);
    }

    /** The verbs that a state allows, in the order of their declaration. */
    public List<V> allowed(S state) {
        return List.copyOf(table.getOrDefault(state, Map.of()).keySet());
    }

    public boolean allows(S state, V verb) {
        return table.getOrDefault(state, Map.of()).containsKey(verb);
    }

    /** Where the verb leads from this state, when it leads to one state only. */
    public Optional<S> target(S state, V verb) {
        List<S> targets = table.getOrDefault(state, Map.of()).getOrDefault(verb, List.of());
        return targets.size() == 1 ? Optional.of(targets.get(0)) : Optional.empty();
    }

    /**
     * @return the state after the verb
     * @throws IllegalTransition naming the record, its state and the verbs allowed there
     */
    public S after(RecordNumber record, S state, V verb) {
        require(record, state, verb);
        return target(state, verb)
                .orElseThrow(() -> new IllegalStateException(verb + " leads to several states; name the one meant"));
    }

    /** As {@link #after(RecordNumber, Enum, Enum)}, for a verb that may lead to several states. */
    public S after(RecordNumber record, S state, V verb, S chosen) {
        require(record, state, verb);
        if (!table.get(state).get(verb).contains(chosen)) {
            throw new IllegalStateException(verb + " never leads from " + state + " to " + chosen);
        }
        return chosen;
    }

    public void require(RecordNumber record, S state, V verb) {
        if (!allows(state, verb)) {
            throw new IllegalTransition(
                    record, state, verb, allowed(state).stream().map(Enum::name).toList());
        }
    }

    public Class<V> verbs() {
        return verbs;
    }

    /** Collects the rows of a table. */
    public static final class Builder<S extends Enum<S>, V extends Enum<V>> {

        private final Class<S> states;
        private final Class<V> verbs;
        private final Map<S, Map<V, List<S>>> table;

        private Builder(Class<S> states, Class<V> verbs) {
            this.states = states;
            this.verbs = verbs;
            this.table = new EnumMap<>(states);
        }

        /** One row: this verb, from this state, to one of these states. */
        @SafeVarargs
        public final Builder<S, V> row(S from, V verb, S... to) {
            var former = table.computeIfAbsent(from, s -> new EnumMap<>(verbs)).put(verb, List.of(to));
            if (former != null || to.length == 0) {
                throw new IllegalArgumentException(from + " " + verb + " is listed twice or leads nowhere");
            }
            return this;
        }

        /** The same verb and target from several states. */
        @SafeVarargs
        public final Builder<S, V> rows(V verb, S to, S... from) {
            for (S state : from) {
                row(state, verb, to);
            }
            return this;
        }

        /** Verbs that leave the state as it is (a note, a reassignment), from several states. */
        @SafeVarargs
        public final Builder<S, V> stays(V verb, S... in) {
            for (S state : in) {
                row(state, verb, state);
            }
            return this;
        }

        public Transitions<S, V> build() {
            for (S state : states.getEnumConstants()) {
                table.putIfAbsent(state, Map.of());
            }
            return new Transitions<>(verbs, table);
        }
    }
}
