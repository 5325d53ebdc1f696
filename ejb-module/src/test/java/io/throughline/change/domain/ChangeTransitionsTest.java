package io.throughline.change.domain;

import static io.throughline.change.domain.ChangeState.*;
import static io.throughline.change.domain.ChangeVerb.*;
import static io.throughline.change.domain.Changes.AUTHORITY;
import static io.throughline.change.domain.Changes.DEPLOYMENT;
import static io.throughline.change.domain.Changes.MANAGER;
import static io.throughline.change.domain.Changes.NOW;
import static io.throughline.change.domain.Changes.OWNER;
import static io.throughline.change.domain.Changes.SERVER_1;
import static io.throughline.change.domain.Changes.TECHNICIAN;
import static io.throughline.change.domain.Changes.by;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.change.domain.assessment.Perspective;
import io.throughline.change.domain.assessment.Verdict;
import io.throughline.change.domain.authorization.Envelope;
import io.throughline.kernel.domain.refusal.Conflict;
import io.throughline.kernel.domain.refusal.IllegalTransition;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** From every state by every verb: what the table of the design allows, and nothing else. */
class ChangeTransitionsTest {

    private static final Map<ChangeState, Set<ChangeVerb>> ALLOWED = new EnumMap<>(ChangeState.class);

    static {
        ALLOWED.put(RECORDED, EnumSet.of(RETURN, ACCEPT, REJECT, PRE_AUTHORIZE, BREAK_GLASS, CANCEL));
        ALLOWED.put(RETURNED, EnumSet.of(ANSWER, REJECT, CANCEL));
        ALLOWED.put(ACCEPTED, EnumSet.of(RETURN, REJECT, CATEGORIZE, BREAK_GLASS, CANCEL));
        ALLOWED.put(REJECTED, EnumSet.noneOf(ChangeVerb.class));
        ALLOWED.put(CATEGORIZED, EnumSet.of(CATEGORIZE, ASSESS, REFUSE, BREAK_GLASS, CANCEL));
        ALLOWED.put(ASSESSED, EnumSet.of(ASSESS, AUTHORIZE, BREAK_GLASS, REFUSE, CANCEL));
        ALLOWED.put(
                AUTHORIZED,
                EnumSet.of(
                        AUTHORIZE,
                        SECOND,
                        WITHDRAW,
                        EXTEND_WINDOW,
                        ADD_TARGETS,
                        APPOINT_OWNER,
                        COORDINATE,
                        ADD_TASK,
                        CANCEL));
        ALLOWED.put(REFUSED, EnumSet.noneOf(ChangeVerb.class));
        ALLOWED.put(
                SCHEDULED,
                EnumSet.of(
                        AUTHORIZE,
                        SECOND,
                        WITHDRAW,
                        EXTEND_WINDOW,
                        ADD_TARGETS,
                        APPOINT_OWNER,
                        CONFIRM,
                        ADD_TASK,
                        COMPLETE_TASK,
                        BEGIN_IMPLEMENTATION,
                        CANCEL));
        ALLOWED.put(
                IN_IMPLEMENTATION,
                EnumSet.of(
                        AUTHORIZE,
                        SECOND,
                        WITHDRAW,
                        EXTEND_WINDOW,
                        ADD_TARGETS,
                        APPOINT_OWNER,
                        CONFIRM,
                        ADD_TASK,
                        COMPLETE_TASK,
                        BEGIN_IMPLEMENTATION,
                        RECORD_OUTCOME));
        ALLOWED.put(IMPLEMENTED, EnumSet.of(SECOND, RECORD_OUTCOME, REVIEW));
        Set<ChangeVerb> unfinished = EnumSet.of(
                AUTHORIZE,
                SECOND,
                WITHDRAW,
                EXTEND_WINDOW,
                ADD_TARGETS,
                APPOINT_OWNER,
                CONFIRM,
                BEGIN_IMPLEMENTATION,
                RECORD_OUTCOME,
                REVIEW);
        ALLOWED.put(PARTIALLY_IMPLEMENTED, unfinished);
        ALLOWED.put(BACKED_OUT, unfinished);
        ALLOWED.put(REVIEWED, EnumSet.of(SECOND, RETROSPECT, CLOSE));
        ALLOWED.put(CLOSED, EnumSet.of(RETROSPECT));
        ALLOWED.put(CANCELLED, EnumSet.of(RETROSPECT));
    }

    static Stream<Arguments> everyPair() {
        return Stream.of(ChangeState.values())
                .flatMap(state ->
                        EnumSet.complementOf(EnumSet.of(RECORD)).stream().map(verb -> Arguments.of(state, verb)));
    }

    @ParameterizedTest(name = "{1} when {0}")
    @MethodSource("everyPair")
    void allowsExactlyWhatTheTableSays(ChangeState state, ChangeVerb verb) {
        ChangeRequest change = Changes.in(state, ChangeType.EMERGENCY);
        change.takePendingChanges();

        if (ALLOWED.get(state).contains(verb)) {
            performUnlessAnotherRuleForbids(change, verb);
        } else {
            assertThatThrownBy(() -> perform(change, verb))
                    .isInstanceOfSatisfying(
                            IllegalTransition.class,
                            refusal -> assertThat(refusal.facts())
                                    .containsEntry("state", state.name())
                                    .containsEntry("verb", verb.name()));
            assertThat(change.state()).isEqualTo(state);
            assertThat(change.hasPendingChanges()).isFalse();
        }
    }

    /** A verb that the state allows may meet a rule of its own: nothing to second, an authorization that stands. */
    private static void performUnlessAnotherRuleForbids(ChangeRequest change, ChangeVerb verb) {
        ChangeState before = change.state();
        try {
            perform(change, verb);
            assertThat(change.takePendingChanges()).singleElement().satisfies(step -> {
                assertThat(step.verb()).isEqualTo(verb.name());
                assertThat(step.from()).isEqualTo(before.name());
                assertThat(step.to()).isEqualTo(change.state().name());
            });
        } catch (Conflict rule) {
            assertThat(rule.key()).isIn("nothing-to-second", "authorization-stands");
            assertThat(change.state()).isEqualTo(before);
        }
    }

    private static void perform(ChangeRequest change, ChangeVerb verb) {
        switch (verb) {
            case RETURN -> change.returnToRequester(by(MANAGER));
            case ANSWER -> change.answer("as asked", by(MANAGER));
            case ACCEPT -> change.accept(by(MANAGER));
            case REJECT -> change.reject(by(MANAGER));
            case CATEGORIZE ->
                change.categorize(
                        ChangeClass.MINOR,
                        ChangePriority.LOW,
                        Map.of(Perspective.TECHNICAL, TECHNICIAN),
                        false,
                        by(MANAGER));
            case ASSESS -> change.assess(Perspective.TECHNICAL, Verdict.RECOMMEND, "tried", TECHNICIAN, by(TECHNICIAN));
            case AUTHORIZE -> change.authorize(AUTHORITY, Changes.envelope(), null, by(AUTHORITY));
            case PRE_AUTHORIZE -> change.preAuthorize(AUTHORITY, Changes.envelope(), by(MANAGER));
            case BREAK_GLASS ->
                change.breakGlass(
                        AUTHORITY, Changes.envelope(), NOW.plusSeconds(60), NOW.plusSeconds(60), by(AUTHORITY));
            case SECOND -> change.second(SECOND_PERSON, by(SECOND_PERSON));
            case REFUSE -> change.refuse(by(AUTHORITY));
            case WITHDRAW -> change.withdraw(by(AUTHORITY));
            case EXTEND_WINDOW -> change.extendWindow(AUTHORITY, NOW.plus(Duration.ofHours(8)), by(AUTHORITY));
            case ADD_TARGETS ->
                change.addTargets(AUTHORITY, List.of(new Envelope.Member("SRV-000009", true)), by(AUTHORITY));
            case APPOINT_OWNER -> change.appointOwner(OWNER, by(MANAGER));
            case COORDINATE -> change.coordinate(MANAGER, by(OWNER));
            case CONFIRM -> change.confirm(Changes.binding(SERVER_1), by(OWNER));
            case ADD_TASK -> change.addTask("more", null, by(OWNER));
            case COMPLETE_TASK -> change.completeTask(1, "done", by(OWNER));
            case BEGIN_IMPLEMENTATION -> change.beginImplementation(DEPLOYMENT, by(OWNER));
            case RECORD_OUTCOME -> change.recordOutcome(Outcome.BACKED_OUT, "seen", Map.of(), by(OWNER));
            case REVIEW -> change.review(new Review.Finding("well", true, null, null), by(MANAGER));
            case RETROSPECT -> change.lookBack(MANAGER, "well", by(MANAGER));
            case CLOSE -> change.close(by(MANAGER));
            case CANCEL -> change.cancel(by(MANAGER));
            case RECORD -> throw new IllegalArgumentException("a change is recorded once");
        }
    }

    private static final String SECOND_PERSON = Changes.SECOND;
}
