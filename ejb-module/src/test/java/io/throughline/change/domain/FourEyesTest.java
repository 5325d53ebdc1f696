package io.throughline.change.domain;

import static io.throughline.change.domain.ChangeVerb.RETROSPECT;
import static io.throughline.change.domain.Changes.AUTHORITY;
import static io.throughline.change.domain.Changes.NOW;
import static io.throughline.change.domain.Changes.OWNER;
import static io.throughline.change.domain.Changes.REQUESTER;
import static io.throughline.change.domain.Changes.SECOND;
import static io.throughline.change.domain.Changes.TECHNICIAN;
import static io.throughline.change.domain.Changes.by;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.change.domain.assessment.Perspective;
import io.throughline.change.domain.authorization.Envelope;
import io.throughline.change.domain.authorization.FourEyes;
import io.throughline.kernel.domain.refusal.Forbidden;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may not do what on a change, whatever the rights. */
class FourEyesTest {

    private static final List<String> PEOPLE = List.of(REQUESTER, TECHNICIAN, AUTHORITY, SECOND, OWNER);

    /** What excludes the requester, an assessor, the authorizer, the seconder and the owner; other verbs exclude nobody. */
    private static final String NORMAL = """
            ASSESS         requester  -         -           -  -
            PRE_AUTHORIZE  requester  -         -           -  -
            AUTHORIZE      requester  assessor  -           -  -
            EXTEND_WINDOW  requester  assessor  -           -  -
            ADD_TARGETS    requester  assessor  -           -  -
            SECOND         requester  -         authorizer  -  -
            RETROSPECT     requester  -         authorizer  -  -
            """;

    /** The same in an emergency, authorized by one alone and seconded: two people suffice, and one may break the glass. */
    private static final String EMERGENCY = """
            ASSESS         requester  -  -           -         -
            PRE_AUTHORIZE  requester  -  -           -         -
            AUTHORIZE      requester  -  -           -         -
            BREAK_GLASS    -          -  -           -         -
            EXTEND_WINDOW  requester  -  -           -         -
            ADD_TARGETS    requester  -  -           -         -
            SECOND         requester  -  authorizer  -         -
            RETROSPECT     requester  -  authorizer  seconder  -
            """;

    /** The same when it was carried out by hand: the owner began, the assessor did the task, the second person reported. */
    private static final String BY_HAND = """
            ASSESS         requester  -            -           -            -
            PRE_AUTHORIZE  requester  -            -           -            -
            AUTHORIZE      requester  assessor     -           -            -
            EXTEND_WINDOW  requester  assessor     -           -            -
            ADD_TARGETS    requester  assessor     -           -            -
            SECOND         requester  -            authorizer  -            -
            REVIEW         -          implementer  -           implementer  implementer
            RETROSPECT     requester  -            authorizer  -            -
            """;

    static Stream<Arguments> everyVerbAndPerson() {
        return Stream.of(
                        matrix("a normal change", NORMAL, Changes.reviewed(ChangeType.NORMAL)),
                        matrix("an emergency", EMERGENCY, seconded()),
                        matrix("a change by hand", BY_HAND, carriedOutByHand()))
                .flatMap(Function.identity());
    }

    private static Stream<Arguments> matrix(String name, String text, ChangeRequest change) {
        Map<String, String[]> rows = text.lines()
                .map(line -> line.split(" +"))
                .collect(Collectors.toMap(row -> row[0], Function.identity()));
        return Stream.of(ChangeVerb.values())
                .flatMap(verb -> IntStream.range(0, PEOPLE.size()).mapToObj(person -> {
                    String[] row = rows.get(verb.name());
                    String role = row == null || row[person + 1].equals("-") ? null : row[person + 1];
                    return Arguments.of(verb, name, change, PEOPLE.get(person), role);
                }));
    }

    @ParameterizedTest(name = "{0} of {1} by {3}: excluded as {4}")
    @MethodSource("everyVerbAndPerson")
    void excludesExactlyThose(ChangeVerb verb, String name, ChangeRequest change, String person, String excludedAs) {
        assertThat(FourEyes.excludedAs(change, verb, person).orElse(null)).isEqualTo(excludedAs);
    }

    @Test
    void letsOnePersonAskAndBreakTheGlassSinceOthersMustFollow() {
        ChangeRequest change = Changes.authorizedAlone();

        assertThat(change.authorization().orElseThrow().authority()).isEqualTo(change.requester());
        assertFourEyes(() -> change.second(REQUESTER, by(REQUESTER)));
        change.second(SECOND, by(SECOND));
        change.cancel(by(Changes.MANAGER));
        assertFourEyes(() -> change.lookBack(REQUESTER, "well", by(REQUESTER)));
        assertFourEyes(() -> change.lookBack(SECOND, "well", by(SECOND)));
        change.lookBack(Changes.MANAGER, "well", by(Changes.MANAGER));
        assertThat(change.review().retrospectiveBy()).isEqualTo(Changes.MANAGER);
    }

    @Test
    void doesNotForgetWhoSignedAnAuthorizationThatGaveWayToAnother() {
        ChangeRequest change = seconded();
        change.withdraw(by(AUTHORITY));
        change.authorize(OWNER, Changes.envelope(), NOW.plus(Duration.ofDays(5)), by(OWNER));

        assertThat(List.of(AUTHORITY, SECOND, OWNER))
                .extracting(person ->
                        FourEyes.excludedAs(change, RETROSPECT, person).orElse(null))
                .containsExactly("authorizer", "seconder", "authorizer");
    }

    private static ChangeRequest seconded() {
        ChangeRequest change = Changes.assessed(ChangeType.EMERGENCY);
        Instant due = NOW.plus(Duration.ofMinutes(30));
        change.breakGlass(AUTHORITY, Changes.envelope(), due, due, by(AUTHORITY));
        change.second(SECOND, by(SECOND));
        return change;
    }

    private static ChangeRequest carriedOutByHand() {
        ChangeRequest change = Changes.authorized(ChangeType.NORMAL);
        change.addTask("Install it by hand", TECHNICIAN, by(OWNER));
        change.coordinate(null, by(OWNER));
        change.beginImplementation(null, by(OWNER));
        change.completeTask(1, "installed", by(TECHNICIAN));
        change.recordOutcome(Outcome.IMPLEMENTED, "seen", Map.of(), by(SECOND));
        return change;
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
        assertFourEyes(() -> carriedOutByHand().review(new Review.Finding("well", true, null, null), by(TECHNICIAN)));
    }

    private static void assertFourEyes(Runnable verb) {
        assertThatThrownBy(verb::run)
                .isInstanceOfSatisfying(
                        Forbidden.class, refusal -> assertThat(refusal.key()).isEqualTo("four-eyes"));
    }
}
