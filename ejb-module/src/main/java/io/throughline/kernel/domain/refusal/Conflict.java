package io.throughline.kernel.domain.refusal;

import io.throughline.kernel.domain.RecordNumber;
import java.util.Map;

/** A rule of the process forbids this now, whatever the rights: too early, already done, or taken by something else. */
public class Conflict extends Refusal {

    private static final long serialVersionUID = 1L;

    public Conflict(String key, String detail, Map<String, ?> facts) {
        super(key, detail, facts);
    }

    public Conflict(String key, String detail) {
        this(key, detail, Map.of());
    }

    /**
     * Of one kind, no two records have the same name.
     *
     * @param holder the record that has it
     */
    public static Conflict nameTaken(RecordNumber holder, String name) {
        return new Conflict(
                "name-taken",
                "%s already has the name %s.".formatted(holder, name),
                Map.of("name", name, "record", holder.toString()));
    }

    @Override
    public int httpStatus() {
        return 409;
    }
}
