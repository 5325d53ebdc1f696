package io.throughline.launcher.rollout;

/** The command ends here; the message is the one line that its user reads. */
class CommandFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ExitStatus status;

    CommandFailed(ExitStatus status, String line) {
        super(line);
        this.status = status;
    }

    ExitStatus status() {
        return status;
    }
}
