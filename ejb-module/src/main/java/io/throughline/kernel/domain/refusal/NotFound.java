package io.throughline.kernel.domain.refusal;

import java.util.Map;

/** There is no such record, or none that the caller may know of. */
public class NotFound extends Refusal {

    private static final long serialVersionUID = 1L;

    public NotFound(String what, Object identity) {
        super(
                "unknown-record",
                "There is no " + what + " " + identity + ".",
                Map.of("record", String.valueOf(identity)));
    }

    @Override
    public int httpStatus() {
        return 404;
    }
}
