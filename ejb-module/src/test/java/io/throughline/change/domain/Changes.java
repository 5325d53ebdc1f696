package io.throughline.change.domain;

import io.throughline.change.domain.assessment.Perspective;
import io.throughline.change.domain.assessment.Verdict;
import io.throughline.change.domain.authorization.Binding;
import io.throughline.change.domain.authorization.Envelope;
import io.throughline.change.domain.authorization.ServerResult;
import io.throughline.change.domain.authorization.Window;
import io.throughline.kernel.domain.Deed;
import io.throughline.kernel.domain.RecordKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Changes in every state, reached by the verbs that people use. */
public final class Changes {

    public static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    public static final String REQUESTER = "PER-000001";
    public static final String MANAGER = "PER-000002";
    public static final String TECHNICIAN = "PER-000003";
    public static final String MERCHANT = "PER-000004";
    public static final String AUTHORITY = "PER-000005";
    public static final String SECOND = "PER-000006";
    public static final String OWNER = "PER-000007";
    public static final String SERVER_1 = "SRV-000001";
    public static final String SERVER_2 = "SRV-000002";
    public static final String DEPLOYMENT = "DEP-000001";
    public static final String PACKAGE = "a".repeat(64);
    public static final String PLAN = "b".repeat(64);

    private Changes() {}

    public static Deed by(String actor) {
        return at(actor, NOW);
    }

    public static Deed at(String actor, Instant when) {
        return new Deed(actor, when, "because");
    }

    public static Window window() {
        return new Window(NOW, NOW.plus(Duration.ofHours(4)), NOW);
    }

    public static Envelope envelope() {
        return new Envelope(
                "cart",
                "4.2.8",
                window(),
                List.of(new Envelope.Member(SERVER_2, true), new Envelope.Member(SERVER_1, true)));
    }

    public static Binding binding(String... servers) {
        return new Binding(DEPLOYMENT, PACKAGE, "cart", "4.2.8", List.of(servers), PLAN);
    }

    public static ChangeRequest recorded(ChangeType type) {
        Proposal proposal = new Proposal(new Proposal.Fields(
                "Cart 4.2.8",
                type,
                "The gateway's new certificates are not accepted.",
                "Orders fail.",
                "SVC-000001",
                "cart",
                "4.2.8",
                "Install 4.2.7 again.",
                null,
                null,
                null,
                null,
                "INC-000001"));
        return new ChangeRequest(
                RecordKind.CHANGE.number(1),
                proposal,
                ChangePriority.CRITICAL,
                REQUESTER,
                List.of(SERVER_1, SERVER_2),
                by(REQUESTER));
    }

    public static ChangeRequest accepted(ChangeType type) {
        ChangeRequest change = recorded(type);
        change.accept(by(MANAGER));
        return change;
    }

    public static ChangeRequest categorized(ChangeType type) {
        ChangeRequest change = accepted(type);
        change.categorize(
                ChangeClass.SIGNIFICANT,
                ChangePriority.HIGH,
                Map.of(Perspective.TECHNICAL, TECHNICIAN, Perspective.BUSINESS, MERCHANT),
                type == ChangeType.EMERGENCY,
                by(MANAGER));
        return change;
    }

    public static ChangeRequest assessed(ChangeType type) {
        ChangeRequest change = categorized(type);
        change.assess(Perspective.TECHNICAL, Verdict.RECOMMEND, "tried", TECHNICIAN, by(TECHNICIAN));
        change.assess(Perspective.BUSINESS, Verdict.ADVISE_AGAINST, "sales day", MERCHANT, by(MERCHANT));
        return change;
    }

    public static ChangeRequest authorized(ChangeType type) {
        ChangeRequest change = assessed(type);
        change.authorize(AUTHORITY, envelope(), NOW.plus(Duration.ofDays(5)), by(AUTHORITY));
        return change;
    }

    /** An emergency that its requester authorized alone, and that waits for a second person. */
    public static ChangeRequest authorizedAlone() {
        ChangeRequest change = recorded(ChangeType.EMERGENCY);
        change.breakGlass(
                REQUESTER, envelope(), NOW.plus(Duration.ofMinutes(30)), NOW.plus(Duration.ofDays(5)), by(REQUESTER));
        return change;
    }

    public static ChangeRequest scheduled(ChangeType type) {
        ChangeRequest change = authorized(type);
        change.addTask("Tell the shops", OWNER, by(OWNER));
        change.coordinate(MANAGER, by(OWNER));
        return change;
    }

    public static ChangeRequest confirmed(ChangeType type) {
        ChangeRequest change = scheduled(type);
        change.confirm(binding(SERVER_1, SERVER_2), by(OWNER));
        return change;
    }

    public static ChangeRequest begun(ChangeType type) {
        ChangeRequest change = confirmed(type);
        change.beginImplementation(DEPLOYMENT, by(OWNER));
        return change;
    }

    public static ChangeRequest carriedOut(ChangeType type, Outcome outcome) {
        ChangeRequest change = begun(type);
        change.completeTask(1, "told", by(OWNER));
        change.recordOutcome(
                outcome, "seen", Map.of(SERVER_1, ServerResult.DONE, SERVER_2, ServerResult.DONE), by(OWNER));
        return change;
    }

    public static ChangeRequest reviewed(ChangeType type) {
        ChangeRequest change = carriedOut(type, Outcome.IMPLEMENTED);
        change.review(new Review.Finding("went well", true, null, null), by(MANAGER));
        return change;
    }

    /** A change in this state. */
    public static ChangeRequest in(ChangeState state, ChangeType type) {
        return switch (state) {
            case RECORDED -> recorded(type);
            case RETURNED -> after(recorded(type), change -> change.returnToRequester(by(MANAGER)));
            case ACCEPTED -> accepted(type);
            case REJECTED -> after(recorded(type), change -> change.reject(by(MANAGER)));
            case CATEGORIZED -> categorized(type);
            case ASSESSED -> assessed(type);
            case AUTHORIZED -> authorized(type);
            case REFUSED -> after(assessed(type), change -> change.refuse(by(AUTHORITY)));
            case SCHEDULED -> scheduled(type);
            case IN_IMPLEMENTATION -> begun(type);
            case IMPLEMENTED -> carriedOut(type, Outcome.IMPLEMENTED);
            case PARTIALLY_IMPLEMENTED -> carriedOut(type, Outcome.PARTIALLY_IMPLEMENTED);
            case BACKED_OUT -> carriedOut(type, Outcome.BACKED_OUT);
            case REVIEWED -> reviewed(type);
            case CLOSED -> after(reviewed(type), change -> change.close(by(MANAGER)));
            case CANCELLED -> after(authorized(type), change -> change.cancel(by(MANAGER)));
        };
    }

    private static ChangeRequest after(ChangeRequest change, Consumer<ChangeRequest> verb) {
        verb.accept(change);
        return change;
    }
}
