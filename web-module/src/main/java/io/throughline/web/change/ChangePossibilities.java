package io.throughline.web.change;

import io.throughline.change.domain.ChangeState;
import io.throughline.change.domain.ChangeType;
import io.throughline.change.domain.ChangeVerb;
import io.throughline.change.service.ChangeView;
import io.throughline.identity.domain.Right;
import io.throughline.kernel.domain.Transitions;
import io.throughline.web.page.Possibilities;
import java.util.function.BiFunction;

/** What the change page offers, and what stands in the way of each verb. */
final class ChangePossibilities {

    static final String[] OFFERED = {
        "ACCEPT",
        "RETURN",
        "ANSWER",
        "REJECT",
        "CATEGORIZE",
        "ASSESS",
        "AUTHORIZE",
        "CALL_AUTHORITY",
        "BREAK_GLASS",
        "SECOND",
        "REFUSE",
        "APPOINT_OWNER",
        "COORDINATE",
        "ADD_TASK",
        "BEGIN_IMPLEMENTATION",
        "RECORD_OUTCOME",
        "EXTEND_WINDOW",
        "ADD_TARGETS",
        "WITHDRAW",
        "REVIEW",
        "CLOSE",
        "RETROSPECT",
        "CANCEL"
    };

    private ChangePossibilities() {}

    static Possibilities of(
            ChangeView view,
            String viewer,
            BiFunction<Transitions<ChangeState, ChangeVerb>, ChangeState, Possibilities> start) {
        boolean emergency = view.type() == ChangeType.EMERGENCY;
        boolean judged = view.assessments().stream()
                .anyMatch(one -> one.verdict() != null && one.assessor().equals(viewer));
        boolean asked =
                view.assessments().stream().anyMatch(one -> one.assessor().equals(viewer));
        boolean alone = view.authorization() != null
                && view.authorization().breakGlass() != null
                && view.authorization().breakGlass().secondedAt() == null;
        boolean lookedBack = view.review() == null || view.review().retrospectiveAt() != null;
        String seconder = view.authorization() == null || view.authorization().breakGlass() == null
                ? null
                : view.authorization().breakGlass().secondedBy();
        String authority =
                view.authorization() == null ? null : view.authorization().authority();
        String implementer = view.implementers() != null && view.implementers().contains(viewer) ? viewer : null;
        return start.apply(ChangeState.transitions(), view.state())
                .need(Right.CHANGE_MANAGE, "ACCEPT", "RETURN", "REJECT", "CATEGORIZE", "REVIEW", "CLOSE", "RETROSPECT")
                .need(Right.CHANGE_REQUEST, "ANSWER")
                .need(Right.CHANGE_ASSESS, "ASSESS")
                .need(Right.CHANGE_AUTHORIZE, "AUTHORIZE", "BREAK_GLASS", "REFUSE", "WITHDRAW", "EXTEND_WINDOW")
                .need(Right.CHANGE_AUTHORIZE, "ADD_TARGETS")
                .need(Right.CHANGE_COORDINATE, "COORDINATE", "ADD_TASK", "BEGIN_IMPLEMENTATION", "RECORD_OUTCOME")
                .needAny("SECOND", Right.SECOND_PERSON, Right.CHANGE_AUTHORIZE)
                .needAny("APPOINT_OWNER", Right.CHANGE_MANAGE, Right.CHANGE_AUTHORIZE)
                .needAny("CANCEL", Right.CHANGE_MANAGE, Right.CHANGE_AUTHORIZE)
                .needAny("CALL_AUTHORITY", Right.CHANGE_MANAGE, Right.CHANGE_COORDINATE, Right.CHANGE_REQUEST)
                .also(view.allowed().contains(ChangeVerb.AUTHORIZE), "CALL_AUTHORITY")
                .exclude(view.requester(), "requester", "ASSESS", "AUTHORIZE", "EXTEND_WINDOW", "ADD_TARGETS", "SECOND")
                .exclude(view.requester(), "requester", "RETROSPECT")
                .exclude(authority, "authorizer", "SECOND", "RETROSPECT")
                .exclude(seconder, "seconder", "RETROSPECT")
                .exclude(implementer, "implementer", "REVIEW")
                .hinder(judged && !emergency, "whynot.judged", "AUTHORIZE", "EXTEND_WINDOW", "ADD_TARGETS")
                .hinder(!asked, "whynot.notAsked", "ASSESS")
                .hinder(!emergency, "whynot.noEmergency", "BREAK_GLASS")
                .hinder(!alone, "whynot.notAlone", "SECOND")
                .hinder(lookedBack, "whynot.lookedBack", "RETROSPECT")
                .hinder(view.missing() != null && !view.missing().isEmpty(), "whynot.missing", "CLOSE");
    }

    static String onward(ChangeView view) {
        return switch (view.state()) {
            case RECORDED -> "ACCEPT";
            case RETURNED -> "ANSWER";
            case ACCEPTED -> "CATEGORIZE";
            case CATEGORIZED -> "ASSESS";
            case ASSESSED -> "AUTHORIZE";
            case AUTHORIZED -> view.owner() == null ? "APPOINT_OWNER" : "COORDINATE";
            case IMPLEMENTED, PARTIALLY_IMPLEMENTED, BACKED_OUT -> "REVIEW";
            case REVIEWED -> "CLOSE";
            default -> null;
        };
    }
}
