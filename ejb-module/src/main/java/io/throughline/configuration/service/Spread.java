package io.throughline.configuration.service;

import io.throughline.configuration.domain.Relation;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a disturbance spreads, breadth first: each thing is reached once, by a shortest path. A server that is reached
 * because it provides a service concerned is named and spreads nothing itself: unless it is changed too, its other
 * services are safe.
 */
final class Spread {

    /** One step in the direction in which it spreads. */
    record Step(String from, Relation relation, String to) {}

    private final Set<String> scope = new LinkedHashSet<>();
    private final Map<String, Step> reached = new LinkedHashMap<>();
    private final Set<Relation> followed = new LinkedHashSet<>();
    private Set<String> asked = new LinkedHashSet<>();
    private Set<String> next = new LinkedHashSet<>();

    Spread(Collection<RecordNumber> scope) {
        scope.forEach(number -> this.scope.add(number.toString()));
        next.addAll(this.scope);
    }

    /** What was reached since the last call and spreads further. */
    Set<String> front() {
        asked = next;
        next = new LinkedHashSet<>();
        return asked;
    }

    /** Follows a relation that touches the front, where it leads on. */
    void along(Relation relation) {
        if (relation.type().spreadsForward() && asked.contains(relation.from())) {
            reach(new Step(relation.from(), relation, relation.to()));
        }
        if (relation.type().spreadsBackward() && asked.contains(relation.to())) {
            reach(new Step(relation.to(), relation, relation.from()));
        }
    }

    private void reach(Step step) {
        followed.add(step.relation());
        if (scope.contains(step.to()) || reached.putIfAbsent(step.to(), step) != null) {
            return;
        }
        RecordKind kind = RecordNumber.parse(step.to()).kind();
        if (kind != RecordKind.SERVER && kind != RecordKind.PERSON) {
            next.add(step.to());
        }
    }

    Set<String> scope() {
        return scope;
    }

    /** Everything reached outside the scope, nearest first. */
    Set<String> reached() {
        return reached.keySet();
    }

    Set<Relation> followed() {
        return followed;
    }

    List<Step> pathTo(String number) {
        List<Step> path = new ArrayList<>();
        for (Step step = reached.get(number); step != null; step = reached.get(step.from())) {
            path.add(step);
        }
        Collections.reverse(path);
        return path;
    }
}
