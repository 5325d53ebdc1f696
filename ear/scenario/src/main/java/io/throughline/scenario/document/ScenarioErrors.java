package io.throughline.scenario.document;

import java.util.List;
import java.util.stream.Collectors;

/** A scenario file cannot be played; holds everything that is wrong with it. */
public final class ScenarioErrors extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<ScenarioError> errors;

    public ScenarioErrors(List<ScenarioError> errors) {
        super(errors.stream().map(ScenarioError::toString).collect(Collectors.joining("\n")));
        this.errors = List.copyOf(errors);
    }

    public List<ScenarioError> errors() {
        return errors;
    }
}
