package io.throughline.kernel.domain.refusal;

import java.util.Map;

/** Somebody changed the record since the caller read it. */
public class Stale extends Refusal {

    private static final long serialVersionUID = 1L;

    public Stale(Object record, long current) {
        super(
                "stale-version",
                "%s was changed meanwhile; its version is now %d. Read it again.".formatted(record, current),
                Map.of("record", String.valueOf(record), "version", current));
    }

    @Override
    public int httpStatus() {
        return 412;
    }
}
