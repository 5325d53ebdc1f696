package io.throughline.batch.connector.runner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RunnerAnswerTest {

    @Test
    void passesOverWhatTheLoginShellSays() {
        var answer = RunnerAnswer.parse("""
                Welcome to cart-01
                throughline-answer: protocol=1
                throughline-output: install
                |one
                |throughline-answer: result=FAILED
                |
                throughline-answer: result=APPLIED
                throughline-answer: detail=a=b
                throughline-answer: end=1
                """);

        assertThat(answer).isPresent();
        assertThat(answer.get().value("result")).isEqualTo("APPLIED");
        assertThat(answer.get().value("detail")).isEqualTo("a=b");
        assertThat(answer.get().value("step")).isEmpty();
        assertThat(answer.get().output("install")).isEqualTo("one\nthroughline-answer: result=FAILED\n");
    }

    @Test
    void isNoneWhenItIsCut() {
        assertThat(RunnerAnswer.parse("throughline-answer: protocol=1\nthroughline-answer: result=APPLIED\n"))
                .isEmpty();
        assertThat(RunnerAnswer.parse("")).isEmpty();
    }

    @Test
    void isNoneWhenItIsOfAnotherProtocol() {
        assertThat(
                        RunnerAnswer.parse(
                                "throughline-answer: protocol=2\nthroughline-answer: result=APPLIED\nthroughline-answer: end=1\n"))
                .isEmpty();
    }
}
