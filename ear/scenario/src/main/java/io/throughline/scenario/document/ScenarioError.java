package io.throughline.scenario.document;

/**
 * One thing that is wrong with a scenario file.
 *
 * @param line line in the file, 0 if it has none
 * @param path place in the document, like {@code /steps/3/as}
 * @param message what is wrong and what is allowed
 */
public record ScenarioError(int line, String path, String message) {

    @Override
    public String toString() {
        String place = path.isEmpty() ? "/" : path;
        return line > 0 ? "line " + line + ", " + place + ": " + message : place + ": " + message;
    }
}
