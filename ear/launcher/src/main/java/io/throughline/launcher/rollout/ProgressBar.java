package io.throughline.launcher.rollout;

import java.io.PrintStream;

/** One line on a terminal that is drawn over and over; nothing where there is none. */
final class ProgressBar {

    private static final int WIDTH = 30;

    private final PrintStream terminal;
    private final boolean shown;
    private boolean drawn;

    ProgressBar(PrintStream terminal, boolean shown) {
        this.terminal = terminal;
        this.shown = shown;
    }

    void draw(Progress progress) {
        if (shown) {
            terminal.print("\r\u001b[K" + line(progress));
            terminal.flush();
            drawn = true;
        }
    }

    static String line(Progress progress) {
        int filled = progress.targets() == 0 ? 0 : (int) (WIDTH * progress.through() / progress.targets());
        String left = progress.secondsLeft() == null
                ? ""
                : ", about %d:%02d left".formatted(progress.secondsLeft() / 60, progress.secondsLeft() % 60);
        return "%s [%s%s] %d/%d %s, %d running, %d with a fault%s"
                .formatted(
                        progress.number(),
                        "#".repeat(filled),
                        ".".repeat(WIDTH - filled),
                        progress.through(),
                        progress.targets(),
                        progress.shown(),
                        progress.inFlight(),
                        progress.failing(),
                        left);
    }

    void end() {
        if (drawn) {
            terminal.println();
            drawn = false;
        }
    }
}
