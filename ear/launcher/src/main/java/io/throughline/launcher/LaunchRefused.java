package io.throughline.launcher;

/** The server cannot be started, stopped or asked; the message is the one line that its user reads. */
public class LaunchRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LaunchRefused(String line) {
        super(line);
    }

    public LaunchRefused(String line, Throwable cause) {
        super(line, cause);
    }
}
