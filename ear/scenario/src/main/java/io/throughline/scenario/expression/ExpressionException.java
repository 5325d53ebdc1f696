package io.throughline.scenario.expression;

/** An expression cannot be understood or has no value; the message says which and why. */
public final class ExpressionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ExpressionException(String message) {
        super(message);
    }
}
