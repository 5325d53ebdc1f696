package io.throughline.launcher.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a data folder remembers of the scenario that was last played on it to its end: a later start goes on from there and
 * plays nothing by itself. A file of lines: the scenario, how it ended, and what is to be looked at.
 */
record PlayedScenario(Path file) {

    private static final int FIRST_TO_LOOK_AT = 2;

    static PlayedScenario in(Path data) {
        return new PlayedScenario(data.resolve("scenario-played"));
    }

    boolean known() {
        return Files.exists(file);
    }

    /** 0 when every step brought what was expected: a step that failed is not made good by a second start. */
    int status() {
        List<String> lines = lines();
        return lines.size() > 1 && "0".equals(lines.get(1)) ? 0 : 1;
    }

    List<String> afterwards() {
        List<String> lines = lines();
        return lines.subList(Math.min(FIRST_TO_LOOK_AT, lines.size()), lines.size());
    }

    void remember(String scenario, int status, List<String> afterwards) {
        List<String> lines = new ArrayList<>(List.of(scenario, String.valueOf(status)));
        lines.addAll(afterwards);
        try {
            Files.write(file, lines);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
