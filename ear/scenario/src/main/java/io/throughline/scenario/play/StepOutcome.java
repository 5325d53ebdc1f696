package io.throughline.scenario.play;

/**
 * What came of one step.
 *
 * @param step the step's sentence
 * @param expected what was to be seen, in words
 * @param seen what was seen, in words
 * @param holds whether they agree
 */
public record StepOutcome(String step, String expected, String seen, boolean holds) {}
