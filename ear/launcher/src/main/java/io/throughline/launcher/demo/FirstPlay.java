package io.throughline.launcher.demo;

import io.throughline.launcher.demo.ScenarioProcess.Play;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What is played on new data when somebody stays to watch: the scenario, and then one that leaves a rollout that he can
 * start, and kill.
 *
 * @param player plays a scenario by its name
 */
record FirstPlay(Function<String, Play> player, PrintStream out) {

    private static final String READY_ROLLOUT = "ready-rollout";
    private static final int STEP_FAILED = 1;

    /**
     * @return the scenario's own status, or 1 when it ended well and the rollout is not ready: that is told in a line, and
     *     nobody is invited to it
     */
    Play play(String scenario) {
        Play play = player.apply(scenario);
        if (play.status() >= ScenarioProcess.NOT_PLAYED) {
            return play;
        }
        Play ready = player.apply(READY_ROLLOUT);
        if (ready.status() != 0) {
            out.printf(
                    "No rollout is ready to be started and killed: the scenario %s ended with status %d.%n",
                    READY_ROLLOUT, ready.status());
            return new Play(STEP_FAILED, play.afterwards());
        }
        List<String> afterwards = new ArrayList<>(play.afterwards());
        afterwards.addAll(ready.afterwards());
        return new Play(play.status(), afterwards);
    }
}
