package io.throughline.launcher;

/** The server cannot be started, stopped or asked; the message is the one line that its user reads. */
public class LaunchRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** For a process that has itself told its user, on the same terminal, why it did not start. */
    public static LaunchRefused told() {
        return new LaunchRefused("");
    }

    public LaunchRefused(String line) {
        super(line);
    }

    public LaunchRefused(String line, Throwable cause) {
        super(line, cause);
    }

    /** Whether the user has read why already. */
    public boolean isTold() {
        return getMessage().isEmpty();
    }
}
