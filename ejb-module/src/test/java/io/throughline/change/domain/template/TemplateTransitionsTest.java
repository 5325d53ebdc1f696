package io.throughline.change.domain.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.kernel.domain.Deed;
import io.throughline.kernel.domain.ExpectedTransitions;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.refusal.Forbidden;
import io.throughline.kernel.domain.refusal.IllegalTransition;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TemplateTransitionsTest {

    private static final String AUTHOR = "PER-000001";
    private static final String AUTHORITY = "PER-000002";

    private static final String EXPECTED = """
            DRAFT:      AUTHORIZE>AUTHORIZED WITHDRAW>WITHDRAWN
            AUTHORIZED: MAKE_CHANGE>AUTHORIZED WITHDRAW>WITHDRAWN
            WITHDRAWN:
            """;

    static Stream<Arguments> everyStateAndVerb() {
        return ExpectedTransitions.pairs(TemplateState.class, TemplateVerb.class, EXPECTED);
    }

    @ParameterizedTest(name = "{1} when {0} leads to {2}")
    @MethodSource("everyStateAndVerb")
    void everyVerbIsTakenOrRefused(TemplateState from, TemplateVerb verb, TemplateState expected) {
        ChangeTemplate template = in(from);
        template.takePendingChanges();
        if (expected == null) {
            assertThatThrownBy(() -> perform(template, verb)).isInstanceOf(IllegalTransition.class);
            assertThat(template.state()).isEqualTo(from);
            assertThat(template.hasPendingChanges()).isFalse();
        } else {
            perform(template, verb);
            assertThat(template.state()).isEqualTo(expected);
        }
    }

    @Test
    void whoDrewItUpNeverAuthorizesIt() {
        ChangeTemplate template = in(TemplateState.DRAFT);

        assertThatThrownBy(() -> template.authorize(AUTHOR, by(AUTHOR)))
                .isInstanceOfSatisfying(
                        Forbidden.class, refusal -> assertThat(refusal.facts()).containsEntry("excludedAs", "author"));
        assertThat(template.state()).isEqualTo(TemplateState.DRAFT);
    }

    private static ChangeTemplate in(TemplateState state) {
        ChangeTemplate template = new ChangeTemplate(
                RecordKind.CHANGE_TEMPLATE.number(1),
                new ChangeTemplate.Content(
                        "patch", "Patch", "monthly", "SVC-000001", null, null, null, null, 60, RolloutShape.USUAL),
                AUTHOR,
                by(AUTHOR));
        switch (state) {
            case DRAFT -> {}
            case AUTHORIZED -> template.authorize(AUTHORITY, by(AUTHORITY));
            case WITHDRAWN -> template.withdraw(by(AUTHOR));
        }
        return template;
    }

    private static void perform(ChangeTemplate template, TemplateVerb verb) {
        switch (verb) {
            case DRAW_UP -> throw new IllegalArgumentException("a template is drawn up once");
            case AUTHORIZE -> template.authorize(AUTHORITY, by(AUTHORITY));
            case MAKE_CHANGE -> template.makeChange(by(AUTHOR));
            case WITHDRAW -> template.withdraw(by(AUTHOR));
        }
    }

    private static Deed by(String actor) {
        return new Deed(actor, Instant.parse("2026-03-02T10:00:00Z"), null);
    }
}
