package io.throughline.kernel.domain.refusal;

import java.util.List;
import java.util.Map;

/** The record's state does not allow this verb; says which verbs it allows. */
public class IllegalTransition extends Refusal {

    private static final long serialVersionUID = 1L;

    public IllegalTransition(Object record, Enum<?> state, Enum<?> verb, List<String> allowed) {
        super(
                "illegal-transition",
                "%s is %s, where %s is not possible; possible is: %s."
                        .formatted(record, state, verb, allowed.isEmpty() ? "nothing" : String.join(", ", allowed)),
                Map.of(
                        "record",
                        String.valueOf(record),
                        "state",
                        state.name(),
                        "verb",
                        verb.name(),
                        "allowed",
                        allowed));
    }

    @Override
    public int httpStatus() {
        return 409;
    }
}
