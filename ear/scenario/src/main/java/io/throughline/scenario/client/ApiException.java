package io.throughline.scenario.client;

/** Throughline could not be asked at all: it is not there, or refuses the login. */
public final class ApiException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ApiException(String message, Throwable cause) {
        super(message, cause);
    }

    public ApiException(String message) {
        super(message);
    }
}
