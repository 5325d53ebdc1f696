package io.throughline.change.domain;

import io.throughline.change.domain.assessment.Assessment;
import io.throughline.change.domain.assessment.Perspective;
import io.throughline.change.domain.assessment.Verdict;
import io.throughline.change.domain.authorization.Authorization;
import io.throughline.change.domain.authorization.Binding;
import io.throughline.change.domain.authorization.BreakGlass;
import io.throughline.change.domain.authorization.Envelope;
import io.throughline.change.domain.authorization.FourEyes;
import io.throughline.change.domain.authorization.ServerResult;
import io.throughline.kernel.domain.Deed;
import io.throughline.kernel.domain.Facts;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.refusal.Conflict;
import io.throughline.kernel.domain.refusal.Invalid;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * A request for change and what becomes of it. It is recorded whatever it is worth; accepted, categorized and judged
 * from several perspectives; authorized by a signature; carried out by Release and Deployment or by hand; reviewed, and
 * closed as it really went.
 */
@Entity
@Table(name = "change_request")
public class ChangeRequest extends ChangeRecord {

    protected ChangeRequest() {}

    /**
     * @param requester number of the person who asks for it
     * @param targets numbers of the servers that it would change
     */
    public ChangeRequest(
            RecordNumber number,
            Proposal proposal,
            ChangePriority priority,
            String requester,
            Collection<String> targets,
            Deed deed) {
        super(number, proposal, priority, requester, deed.at());
        this.targets.addAll(targets);
        changed(ChangeVerb.RECORD, null, state, deed);
    }

    @Override
    public Facts facts() {
        return ChangeFacts.of(this);
    }

    public void returnToRequester(Deed deed) {
        move(ChangeVerb.RETURN, deed);
        this.question = deed.reason();
        this.answer = null;
    }

    public void answer(String text, Deed deed) {
        move(ChangeVerb.ANSWER, deed);
        this.answer = text;
    }

    public void accept(Deed deed) {
        move(ChangeVerb.ACCEPT, deed);
    }

    public void reject(Deed deed) {
        move(ChangeVerb.REJECT, deed);
    }

    /**
     * @param asked who is to judge it from which perspective
     * @param enough whether one judgement is enough
     */
    public void categorize(
            ChangeClass given, ChangePriority newPriority, Map<Perspective, String> asked, boolean enough, Deed deed) {
        asked.values().forEach(assessor -> FourEyes.require(this, ChangeVerb.ASSESS, assessor));
        move(ChangeVerb.CATEGORIZE, deed);
        this.changeClass = given;
        this.priority = newPriority;
        this.oneIsEnough = enough;
        asked.forEach((perspective, assessor) -> assessment(perspective)
                .ifPresentOrElse(
                        known -> known.ask(assessor),
                        () -> assessments.add(new Assessment(this, perspective, assessor))));
    }

    /**
     * @throws Conflict when this person was not asked for this perspective
     */
    public void assess(Perspective perspective, Verdict verdict, String text, String assessor, Deed deed) {
        FourEyes.require(this, ChangeVerb.ASSESS, assessor);
        ChangeState.transitions().require(number(), state, ChangeVerb.ASSESS);
        Assessment asked = assessment(perspective)
                .filter(one -> one.assessor().equals(assessor))
                .orElseThrow(() -> new Conflict(
                        "not-asked",
                        "%s was not asked to judge %s from the perspective %s."
                                .formatted(assessor, number(), perspective),
                        Map.of("record", number().toString(), "perspective", perspective.name())));
        asked.judge(verdict, text, deed);
        boolean done = oneIsEnough || assessments.stream().allMatch(Assessment::judged);
        ChangeState next = state == ChangeState.ASSESSED || done ? ChangeState.ASSESSED : ChangeState.CATEGORIZED;
        move(ChangeVerb.ASSESS, next, deed);
    }

    /**
     * @param authority number of the person who signs
     * @param lookBackBy by when a retrospective review is due; null for none
     * @throws Conflict when an authorization stands already
     */
    public void authorize(String authority, Envelope envelope, Instant lookBackBy, Deed deed) {
        FourEyes.require(this, ChangeVerb.AUTHORIZE, authority);
        sign(ChangeVerb.AUTHORIZE, authority, envelope, null, deed);
        demandRetrospective(lookBackBy);
    }

    /**
     * A standard change: what the template's authority signed holds for it.
     *
     * @throws Forbidden when that authority asks for it herself
     */
    public void preAuthorize(String authority, Envelope envelope, Deed deed) {
        FourEyes.require(this, ChangeVerb.PRE_AUTHORIZE, authority);
        sign(ChangeVerb.PRE_AUTHORIZE, authority, envelope, null, deed);
    }

    /** An emergency, authorized by one person alone: a second one must second it in time. */
    public void breakGlass(String authority, Envelope envelope, Instant secondBy, Instant lookBackBy, Deed deed) {
        if (proposal.type() != ChangeType.EMERGENCY) {
            throw new Conflict(
                    "no-emergency",
                    number() + " is no emergency; only one can be authorized by one person alone.",
                    Map.of("record", number().toString()));
        }
        sign(ChangeVerb.BREAK_GLASS, authority, envelope, new BreakGlass(deed.reason(), secondBy), deed);
        demandRetrospective(lookBackBy);
    }

    private void sign(ChangeVerb verb, String authority, Envelope envelope, BreakGlass alone, Deed deed) {
        ChangeState.transitions().require(number(), state, verb);
        Optional<Authorization> former = authorization();
        if (former.filter(one -> one.stateAt(deed.at()).stands()).isPresent()) {
            throw new Conflict(
                    "authorization-stands",
                    number() + " has an authorization that stands; withdraw it or extend it.",
                    Map.of("record", number().toString()));
        }
        former.ifPresent(one -> one.giveWay(deed));
        authorizations.add(new Authorization(this, authority, envelope, alone, deed.at()));
        move(verb, deed);
    }

    private void demandRetrospective(Instant due) {
        if (due != null) {
            Review dated = review();
            dated.demandRetrospectiveBy(due);
            this.review = dated;
        }
    }

    public void second(String person, Deed deed) {
        FourEyes.require(this, ChangeVerb.SECOND, person);
        ChangeState.transitions().require(number(), state, ChangeVerb.SECOND);
        requireAuthorization().second(deed);
        move(ChangeVerb.SECOND, deed);
    }

    public void refuse(Deed deed) {
        move(ChangeVerb.REFUSE, deed);
    }

    public void withdraw(Deed deed) {
        ChangeState.transitions().require(number(), state, ChangeVerb.WITHDRAW);
        requireAuthorization().withdraw(deed);
        move(ChangeVerb.WITHDRAW, deed);
    }

    public void extendWindow(String authority, Instant end, Deed deed) {
        FourEyes.require(this, ChangeVerb.EXTEND_WINDOW, authority);
        ChangeState.transitions().require(number(), state, ChangeVerb.EXTEND_WINDOW);
        requireAuthorization().extend(end, deed);
        move(ChangeVerb.EXTEND_WINDOW, deed);
    }

    public void addTargets(String authority, Collection<Envelope.Member> members, Deed deed) {
        FourEyes.require(this, ChangeVerb.ADD_TARGETS, authority);
        ChangeState.transitions().require(number(), state, ChangeVerb.ADD_TARGETS);
        requireAuthorization().add(members, deed);
        members.forEach(member -> targets.add(member.server()));
        move(ChangeVerb.ADD_TARGETS, deed);
    }

    public void appointOwner(String person, Deed deed) {
        move(ChangeVerb.APPOINT_OWNER, deed);
        this.owner = person;
    }

    /**
     * @param manager number of the release manager who is engaged; null when only manual tasks are to be done
     */
    public void coordinate(String manager, Deed deed) {
        ChangeState.transitions().require(number(), state, ChangeVerb.COORDINATE);
        if (manager == null && tasks.isEmpty()) {
            throw Invalid.field("releaseManager", "must be given, unless the change has manual tasks");
        }
        this.releaseManager = manager;
        move(ChangeVerb.COORDINATE, deed);
    }

    public void confirm(Binding binding, Deed deed) {
        ChangeState.transitions().require(number(), state, ChangeVerb.CONFIRM);
        requireAuthorization().confirm(binding, deed);
        move(ChangeVerb.CONFIRM, deed);
    }

    public void addTask(String text, String assignee, Deed deed) {
        move(ChangeVerb.ADD_TASK, deed);
        tasks.add(new ChangeTask(this, tasks.size() + 1, text, assignee));
    }

    public void completeTask(int position, String result, Deed deed) {
        ChangeState.transitions().require(number(), state, ChangeVerb.COMPLETE_TASK);
        if (position < 1 || position > tasks.size()) {
            throw Invalid.field("task", "must be from 1 to " + tasks.size());
        }
        tasks.get(position - 1).complete(result, deed);
        move(ChangeVerb.COMPLETE_TASK, deed);
        didByHand(deed);
    }

    /**
     * @param deployment number of the deployment that carries it out; null when people do by hand
     */
    public void beginImplementation(String deployment, Deed deed) {
        move(ChangeVerb.BEGIN_IMPLEMENTATION, deed);
        Implementation begun = implementation();
        begun.begin(deed.at(), deployment);
        this.implementation = begun;
        didByHand(deed);
    }

    /**
     * @param results by number of the server; servers that are not named keep what is known of them
     */
    public void recordOutcome(Outcome outcome, String evidence, Map<String, ServerResult> results, Deed deed) {
        move(ChangeVerb.RECORD_OUTCOME, outcome.state(), deed);
        implementation().end(outcome, evidence, deed.at());
        requireAuthorization().record(results);
        didByHand(deed);
    }

    private void didByHand(Deed deed) {
        if (releaseManager == null) {
            implementers.add(deed.actor());
        }
    }

    /**
     * @throws Forbidden when this person carried it out by hand
     */
    public void review(Review.Finding finding, Deed deed) {
        FourEyes.require(this, ChangeVerb.REVIEW, deed.actor());
        move(ChangeVerb.REVIEW, deed);
        Review given = review();
        given.take(finding, deed.at(), deed.actor());
        this.review = given;
    }

    /**
     * @throws Forbidden when this person asked for it, signed or seconded it
     * @throws Conflict when it is no emergency
     */
    public void lookBack(String person, String text, Deed deed) {
        FourEyes.require(this, ChangeVerb.RETROSPECT, person);
        ChangeState.transitions().require(number(), state, ChangeVerb.RETROSPECT);
        if (review().retrospectiveDue() == null) {
            throw new Conflict(
                    "no-emergency",
                    number() + " was no emergency; no retrospective review is due.",
                    Map.of("record", number().toString()));
        }
        review().lookBack(text, deed.at(), person);
        move(ChangeVerb.RETROSPECT, deed);
    }

    /**
     * @throws Conflict naming what is still open: manual tasks, or the second person of a break-glass
     */
    public void close(Deed deed) {
        ChangeState.transitions().require(number(), state, ChangeVerb.CLOSE);
        ClosurePolicy.require(this);
        requireAuthorization().makeVoid(deed);
        move(ChangeVerb.CLOSE, deed);
    }

    public void cancel(Deed deed) {
        move(ChangeVerb.CANCEL, deed);
        authorization().ifPresent(signed -> signed.makeVoid(deed));
    }

    private void move(ChangeVerb verb, Deed deed) {
        ChangeState before = state;
        this.state = ChangeState.transitions().after(number(), before, verb);
        changed(verb, before, state, deed);
    }

    private void move(ChangeVerb verb, ChangeState chosen, Deed deed) {
        ChangeState before = state;
        this.state = ChangeState.transitions().after(number(), before, verb, chosen);
        changed(verb, before, state, deed);
    }
}
