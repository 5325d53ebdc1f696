package io.throughline.kernel.domain.refusal;

import jakarta.ejb.ApplicationException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request that the product declines, with a stable key, the facts a caller needs to do better, and no effect: the
 * transaction rolls back. The API shows it as an RFC 9457 problem, the portal as a message.
 */
@ApplicationException(rollback = true, inherited = true)
public abstract class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient Map<String, Object> facts;

    protected Refusal(String key, String detail, Map<String, ?> facts) {
        super(detail);
        this.key = key;
        this.facts = new LinkedHashMap<>(facts);
    }

    /** Stable name of the problem in kebab case: the last part of the problem's {@code type}. */
    public String key() {
        return key;
    }

    /** What the caller may need to do better: for instance the state and what it allows. */
    public Map<String, Object> facts() {
        return facts == null ? Map.of() : Map.copyOf(facts);
    }

    /** HTTP status that says the same to a program. */
    public abstract int httpStatus();
}
