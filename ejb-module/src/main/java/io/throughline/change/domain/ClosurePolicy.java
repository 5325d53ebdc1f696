package io.throughline.change.domain;

import io.throughline.kernel.domain.refusal.Conflict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Closure is earned: what must not be open any more when a reviewed change is closed. */
public final class ClosurePolicy {

    private ClosurePolicy() {}

    /** Stable names of what is missing; nothing when it may be closed. */
    public static List<String> missing(ChangeRequest change) {
        List<String> missing = new ArrayList<>();
        if (change.implementation().outcome() == null) {
            missing.add("outcome");
        }
        if (change.tasks().stream().anyMatch(task -> !task.done())
                && change.implementation().outcome() == Outcome.IMPLEMENTED) {
            missing.add("tasks");
        }
        boolean alone = change.authorization()
                .flatMap(signed -> signed.breakGlass())
                .filter(glass -> !glass.seconded())
                .isPresent();
        if (alone) {
            missing.add("second-person");
        }
        return missing;
    }

    static void require(ChangeRequest change) {
        List<String> missing = missing(change);
        if (!missing.isEmpty()) {
            throw new Conflict(
                    "closure-not-earned",
                    change.number() + " cannot be closed yet; missing: " + String.join(", ", missing) + ".",
                    Map.of("record", change.number().toString(), "missing", missing));
        }
    }
}
