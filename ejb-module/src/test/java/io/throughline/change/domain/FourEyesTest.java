package io.throughline.change.domain;

import static io.throughline.change.domain.ChangeVerb.ADD_TARGETS;
import static io.throughline.change.domain.ChangeVerb.ASSESS;
import static io.throughline.change.domain.ChangeVerb.AUTHORIZE;
import static io.throughline.change.domain.ChangeVerb.EXTEND_WINDOW;
import static io.throughline.change.domain.ChangeVerb.PRE_AUTHORIZE;
import static io.throughline.change.domain.ChangeVerb.SECOND;
import static io.throughline.change.domain.Changes.NOW;
import static io.throughline.change.domain.Changes.REQUESTER;
import static io.throughline.change.domain.Changes.TECHNICIAN;
import static io.throughline.change.domain.Changes.by;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.change.domain.assessment.Perspective;
import io.throughline.change.domain.authorization.Envelope;
import io.throughline.change.domain.authorization.FourEyes;
import io.throughline.change.domain.template.ChangeTemplate;
import io.throughline.change.domain.template.RolloutShape;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.refusal.Forbidden;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may not do what on a change, whatever the rights. */
class FourEyesTest {

    static Stream<Arguments> everyVerbAndRole() {
        return Stream.of(
                Arguments.of(ASSESS, ChangeType.NORMAL, REQUESTER, "requester"),
                Arguments.of(AUTHORIZE, ChangeType.NORMAL, REQUESTER, "requester"),
                Arguments.of(PRE_AUTHORIZE, ChangeType.STANDARD, REQUESTER, "requester"),
                Arguments.of(PRE_AUTHORIZE, ChangeType.STANDARD, Changes.AUTHORITY, null),
                Arguments.of(EXTEND_WINDOW, ChangeType.NORMAL, REQUESTER, "requester"),
                Arguments.of(ADD_TARGETS, ChangeType.NORMAL, REQUESTER, "requester"),
                Arguments.of(SECOND, ChangeType.NORMAL, REQUESTER, "requester"),
                Arguments.of(AUTHORIZE, ChangeType.EMERGENCY, REQUESTER, "requester"),
                Arguments.of(AUTHORIZE, ChangeType.NORMAL, TECHNICIAN, "assessor"),
                Arguments.of(EXTEND_WINDOW, ChangeType.NORMAL, TECHNICIAN, "assessor"),
                Arguments.of(ADD_TARGETS, ChangeType.NORMAL, TECHNICIAN, "assessor"),
                Arguments.of(SECOND, ChangeType.NORMAL, Changes.AUTHORITY, "authorizer"),
                Arguments.of(ASSESS, ChangeType.NORMAL, TECHNICIAN, null),
                Arguments.of(AUTHORIZE, ChangeType.NORMAL, Changes.AUTHORITY, null),
                Arguments.of(AUTHORIZE, ChangeType.EMERGENCY, TECHNICIAN, null),
                Arguments.of(EXTEND_WINDOW, ChangeType.NORMAL, Changes.AUTHORITY, null),
                Arguments.of(ADD_TARGETS, ChangeType.NORMAL, Changes.AUTHORITY, null),
                Arguments.of(SECOND, ChangeType.NORMAL, Changes.SECOND, null));
    }

    @ParameterizedTest(name = "{0} of a {1} change by {2}: excluded as {3}")
    @MethodSource("everyVerbAndRole")
    void excludesExactlyThose(ChangeVerb verb, ChangeType type, String person, String excludedAs) {
        ChangeRequest change = Changes.authorized(type);

        assertThat(FourEyes.excludedAs(change, verb, person).orElse(null)).isEqualTo(excludedAs);
    }

    @Test
    void isAskedByTheVerbsThemselves() {
        assertFourEyes(() -> Changes.accepted(ChangeType.NORMAL)
                .categorize(
                        ChangeClass.MINOR,
                        ChangePriority.LOW,
                        Map.of(Perspective.TECHNICAL, REQUESTER),
                        false,
                        by(Changes.MANAGER)));
        assertFourEyes(() ->
                Changes.assessed(ChangeType.NORMAL).authorize(REQUESTER, Changes.envelope(), null, by(REQUESTER)));
        assertFourEyes(() ->
                Changes.assessed(ChangeType.NORMAL).authorize(TECHNICIAN, Changes.envelope(), null, by(TECHNICIAN)));
        assertFourEyes(() -> Changes.authorized(ChangeType.NORMAL)
                .extendWindow(REQUESTER, NOW.plus(Duration.ofHours(5)), by(REQUESTER)));
        assertFourEyes(() -> Changes.authorized(ChangeType.NORMAL)
                .addTargets(REQUESTER, List.of(new Envelope.Member("SRV-000009", true)), by(REQUESTER)));
        assertFourEyes(
                () -> Changes.recorded(ChangeType.STANDARD).preAuthorize(REQUESTER, Changes.envelope(), by(REQUESTER)));
        assertFourEyes(() -> Changes.authorizedAlone().second(REQUESTER, by(REQUESTER)));
    }

    @Test
    void letsNobodyAuthorizeTheTemplateThatSheDrewUp() {
        ChangeTemplate template = new ChangeTemplate(
                RecordKind.CHANGE_TEMPLATE.number(1),
                new ChangeTemplate.Content("t", "t", "r", "SVC-000001", null, null, null, null, 60, RolloutShape.USUAL),
                REQUESTER,
                by(REQUESTER));

        assertFourEyes(() -> template.authorize(REQUESTER, by(REQUESTER)));
    }

    private static void assertFourEyes(Runnable verb) {
        assertThatThrownBy(verb::run)
                .isInstanceOfSatisfying(
                        Forbidden.class, refusal -> assertThat(refusal.key()).isEqualTo("four-eyes"));
    }
}
