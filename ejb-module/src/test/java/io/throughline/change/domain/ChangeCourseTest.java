package io.throughline.change.domain;

import static io.throughline.change.domain.Changes.AUTHORITY;
import static io.throughline.change.domain.Changes.MANAGER;
import static io.throughline.change.domain.Changes.MERCHANT;
import static io.throughline.change.domain.Changes.OWNER;
import static io.throughline.change.domain.Changes.SECOND;
import static io.throughline.change.domain.Changes.TECHNICIAN;
import static io.throughline.change.domain.Changes.by;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.change.domain.assessment.ChangeModel;
import io.throughline.change.domain.assessment.Perspective;
import io.throughline.change.domain.assessment.Verdict;
import io.throughline.kernel.domain.refusal.Conflict;
import io.throughline.kernel.domain.refusal.IllegalTransition;
import io.throughline.kernel.domain.refusal.Invalid;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How a change is judged, carried through and closed. */
class ChangeCourseTest {

    @Test
    void isJudgedFromEveryPerspectiveBeforeItMayBeAuthorized() {
        ChangeRequest change = Changes.categorized(ChangeType.NORMAL);

        change.assess(Perspective.TECHNICAL, Verdict.RECOMMEND, "tried", TECHNICIAN, by(TECHNICIAN));
        assertThat(change.state()).isEqualTo(ChangeState.CATEGORIZED);
        assertThatThrownBy(() -> change.authorize(AUTHORITY, Changes.envelope(), null, by(AUTHORITY)))
                .isInstanceOf(IllegalTransition.class);

        change.assess(Perspective.BUSINESS, Verdict.ADVISE_AGAINST, "sales day", MERCHANT, by(MERCHANT));
        assertThat(change.state()).isEqualTo(ChangeState.ASSESSED);
        assertThat(change.authorization()).isEmpty();
    }

    @Test
    void needsOneJudgementOnlyInAnEmergency() {
        ChangeRequest change = Changes.categorized(ChangeType.EMERGENCY);

        change.assess(Perspective.BUSINESS, Verdict.RECOMMEND, "orders are lost", MERCHANT, by(MERCHANT));

        assertThat(change.state()).isEqualTo(ChangeState.ASSESSED);
    }

    @Test
    void takesAJudgementOnlyFromWhomWasAsked() {
        ChangeRequest change = Changes.categorized(ChangeType.NORMAL);

        assertThatThrownBy(
                        () -> change.assess(Perspective.TECHNICAL, Verdict.RECOMMEND, "me too", MERCHANT, by(MERCHANT)))
                .isInstanceOfSatisfying(
                        Conflict.class, refusal -> assertThat(refusal.key()).isEqualTo("not-asked"));
    }

    @Test
    void choosesTheModelByPriorityAndImpact() {
        assertThat(model(ChangePriority.LOW, 1, 1, null).proposedClass()).isEqualTo(ChangeClass.MINOR);
        assertThat(model(ChangePriority.CRITICAL, 1, 1, null).proposedClass()).isEqualTo(ChangeClass.SIGNIFICANT);
        assertThat(model(ChangePriority.LOW, 20, 2, null).proposedClass()).isEqualTo(ChangeClass.MAJOR);
        assertThat(model(ChangePriority.LOW, 20, 2, ChangeClass.MINOR).perspectives())
                .containsExactly(Perspective.TECHNICAL);
        assertThat(model(ChangePriority.LOW, 20, 2, null).perspectives())
                .contains(Perspective.TECHNICAL, Perspective.BUSINESS, Perspective.OPERATIONS);
    }

    @Test
    void asksForEveryPerspectiveInAnEmergencyTooWhenThePolicySaysSo() {
        ChangeModel.Reach reach = new ChangeModel.Reach(1, 1);

        assertThat(ChangeModel.choose(ChangeType.EMERGENCY, ChangePriority.CRITICAL, reach, null, true)
                        .oneIsEnough())
                .isTrue();
        assertThat(ChangeModel.choose(ChangeType.EMERGENCY, ChangePriority.CRITICAL, reach, null, false)
                        .perspectives())
                .contains(Perspective.TECHNICAL, Perspective.BUSINESS);
    }

    @Test
    void refusesToBreakTheGlassForWhatIsNoEmergency() {
        assertThatThrownBy(() -> Changes.recorded(ChangeType.NORMAL)
                        .breakGlass(AUTHORITY, Changes.envelope(), Changes.NOW, Changes.NOW, by(AUTHORITY)))
                .isInstanceOfSatisfying(
                        Conflict.class, refusal -> assertThat(refusal.key()).isEqualTo("no-emergency"));
    }

    @Test
    void isClosedOnlyWhenASecondPersonSawWhatOneSignedAlone() {
        ChangeRequest change = Changes.authorizedAlone();
        change.coordinate(MANAGER, by(OWNER));
        change.confirm(Changes.binding(Changes.SERVER_1), by(OWNER));
        change.beginImplementation(Changes.DEPLOYMENT, by(OWNER));
        change.recordOutcome(Outcome.IMPLEMENTED, "seen", Map.of(), by(OWNER));
        change.review(new Review.Finding("well", true, null, null), by(MANAGER));

        assertThatThrownBy(() -> change.close(by(MANAGER)))
                .isInstanceOfSatisfying(
                        Conflict.class, refusal -> assertThat(refusal.key()).isEqualTo("closure-not-earned"));

        change.second(SECOND, by(SECOND));
        change.close(by(MANAGER));
        assertThat(change.state()).isEqualTo(ChangeState.CLOSED);
    }

    @Test
    void isClosedOnlyWhenItsTasksAreDone() {
        ChangeRequest change = Changes.begun(ChangeType.NORMAL);
        change.recordOutcome(Outcome.IMPLEMENTED, "seen", Map.of(), by(OWNER));
        change.review(new Review.Finding("well", true, null, null), by(MANAGER));

        assertThat(ClosurePolicy.missing(change)).containsExactly("tasks");
    }

    @Test
    void isCoordinatedByReleaseOrByItsOwnTasks() {
        ChangeRequest change = Changes.authorized(ChangeType.NORMAL);

        assertThatThrownBy(() -> change.coordinate(null, by(OWNER))).isInstanceOf(Invalid.class);

        change.addTask("Turn the switch", OWNER, by(OWNER));
        change.coordinate(null, by(OWNER));
        assertThat(change.state()).isEqualTo(ChangeState.SCHEDULED);
    }

    @Test
    void remembersTheDateOfTheRetrospectiveReview() {
        ChangeRequest change = Changes.reviewed(ChangeType.EMERGENCY);

        assertThat(change.review().retrospectiveDue()).isNotNull();
        change.close(by(MANAGER));
        change.lookBack(MANAGER, "Renewals of certificates are in the calendar now.", by(MANAGER));
        assertThat(change.review().retrospectiveAt()).isEqualTo(Changes.NOW);
        assertThat(change.review().finding().desiredEffect()).isTrue();
    }

    private static ChangeModel model(ChangePriority priority, int servers, int organisations, ChangeClass chosen) {
        return ChangeModel.choose(
                ChangeType.NORMAL, priority, new ChangeModel.Reach(servers, organisations), chosen, true);
    }
}
