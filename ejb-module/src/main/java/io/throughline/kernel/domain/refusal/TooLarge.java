package io.throughline.kernel.domain.refusal;

import java.util.Map;

/** More was sent than is read of such a request. */
public class TooLarge extends Refusal {

    private static final long serialVersionUID = 1L;

    /**
     * @param most bytes that are allowed
     */
    public TooLarge(long most) {
        super("body-too-large", "The body may have at most " + most + " bytes.", Map.of("mostBytes", most));
    }

    @Override
    public int httpStatus() {
        return 413;
    }
}
