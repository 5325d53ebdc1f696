package io.throughline.kernel.domain.refusal;

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

    @Override
    public int httpStatus() {
        return 409;
    }
}
