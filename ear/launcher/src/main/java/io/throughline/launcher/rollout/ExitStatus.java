package io.throughline.launcher.rollout;

/** How {@code throughline rollout} ends, for scripts. */
enum ExitStatus {
    GOOD(0, "done; with --wait or watch: every server has what the rollout was to bring, or what was asked for is so"),
    REFUSED(1, "the server refused it, or the login"),
    USAGE(2, "the command line or the plan's file is wrong; nothing was sent"),
    UNREACHABLE(3, "the server cannot be reached, or was lost for longer than two minutes; a rollout goes on without"),
    NOT_WHOLE(4, "the rollout ended partly implemented or backed out"),
    ABORTED(5, "the rollout was aborted"),
    PAUSED(6, "the rollout stands still until a person does something");

    private final int code;
    private final String meaning;

    ExitStatus(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    int code() {
        return code;
    }

    String meaning() {
        return meaning;
    }
}
