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
import io.throughline.kernel.domain.AuditedRoot;
import io.throughline.kernel.domain.Deed;
import io.throughline.kernel.domain.Facts;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.refusal.Conflict;
import io.throughline.kernel.domain.refusal.Invalid;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A request for change and what becomes of it. It is recorded whatever it is worth; accepted, categorized and judged
 * from several perspectives; authorized by a signature; carried out by Release and Deployment or by hand; reviewed, and
 * closed as it really went.
 */
@Entity
@Table(name = "change_request")
public class ChangeRequest extends AuditedRoot {

    @Enumerated(EnumType.STRING)
    @Column(name = "change_state", nullable = false)
    private ChangeState state;

    @Embedded
    private Proposal proposal;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private ChangePriority priority;

    @Column(nullable = false, updatable = false)
    private String requester;

    @Column(name = "recorded_at", nullable = false, updatable = false)
    private Instant recordedAt;

    @ElementCollection
    @CollectionTable(name = "change_target", joinColumns = @JoinColumn(name = "change_id"))
    @Column(name = "server_number", nullable = false)
    private Set<String> targets = new HashSet<>();

    private String question;

    private String answer;

    @Enumerated(EnumType.STRING)
    @Column(name = "change_class")
    private ChangeClass changeClass;

    @Column(name = "one_is_enough", nullable = false)
    private boolean oneIsEnough;

    private String owner;

    @Column(name = "release_manager")
    private String releaseManager;

    @Embedded
    private Implementation implementation;

    @Embedded
    private Review review;

    @OneToMany(mappedBy = "change", cascade = CascadeType.PERSIST)
    @OrderBy("id")
    private List<Assessment> assessments = new ArrayList<>();

    @OneToMany(mappedBy = "change", cascade = CascadeType.PERSIST)
    @OrderBy("id")
    private List<Authorization> authorizations = new ArrayList<>();

    @OneToMany(mappedBy = "change", cascade = CascadeType.PERSIST)
    @OrderBy("position")
    private List<ChangeTask> tasks = new ArrayList<>();

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
        super(number);
        this.proposal = proposal;
        this.priority = priority;
        this.requester = requester;
        this.targets.addAll(targets);
        this.recordedAt = deed.at();
        this.state = ChangeState.RECORDED;
        changed(ChangeVerb.RECORD, null, state, deed);
    }

    @Override
    public RecordKind kind() {
        return RecordKind.CHANGE;
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

    /** A standard change: what the template's authority signed holds for it. */
    public void preAuthorize(String authority, Envelope envelope, Deed deed) {
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
    }

    /**
     * @param deployment number of the deployment that carries it out; null when people do by hand
     */
    public void beginImplementation(String deployment, Deed deed) {
        move(ChangeVerb.BEGIN_IMPLEMENTATION, deed);
        Implementation begun = implementation();
        begun.begin(deed.at(), deployment);
        this.implementation = begun;
    }

    /**
     * @param results by number of the server; servers that are not named keep what is known of them
     */
    public void recordOutcome(Outcome outcome, String evidence, Map<String, ServerResult> results, Deed deed) {
        move(ChangeVerb.RECORD_OUTCOME, outcome.state(), deed);
        implementation().end(outcome, evidence, deed.at());
        requireAuthorization().record(results);
    }

    public void review(Review.Finding finding, Deed deed) {
        move(ChangeVerb.REVIEW, deed);
        Review given = review();
        given.take(finding, deed.at(), deed.actor());
        this.review = given;
    }

    public void lookBack(String text, Deed deed) {
        ChangeState.transitions().require(number(), state, ChangeVerb.RETROSPECT);
        if (review().retrospectiveDue() == null) {
            throw new Conflict(
                    "no-emergency",
                    number() + " was no emergency; no retrospective review is due.",
                    Map.of("record", number().toString()));
        }
        review().lookBack(text, deed.at());
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

    private Authorization requireAuthorization() {
        return authorization()
                .orElseThrow(() -> new IllegalStateException(number() + " came here without an authorization"));
    }

    private Optional<Assessment> assessment(Perspective perspective) {
        return assessments.stream()
                .filter(one -> one.perspective() == perspective)
                .findFirst();
    }

    /** The newest authorization, whatever its state. */
    public Optional<Authorization> authorization() {
        return authorizations.isEmpty() ? Optional.empty() : Optional.of(authorizations.get(authorizations.size() - 1));
    }

    public ChangeState state() {
        return state;
    }

    public Proposal proposal() {
        return proposal;
    }

    public ChangePriority priority() {
        return priority;
    }

    /** Number of the person who asked for it. */
    public String requester() {
        return requester;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    /** Numbers of the servers that it would change. */
    public Set<String> targets() {
        return new TreeSet<>(targets);
    }

    /** What the requester was asked last; null when nothing. */
    public String question() {
        return question;
    }

    public String answer() {
        return answer;
    }

    /** Null until it is categorized. */
    public ChangeClass changeClass() {
        return changeClass;
    }

    public String owner() {
        return owner;
    }

    public String releaseManager() {
        return releaseManager;
    }

    /** Never null; empty until it is carried out. */
    public Implementation implementation() {
        return implementation == null ? new Implementation() : implementation;
    }

    /** Never null; empty until there is one. */
    public Review review() {
        return review == null ? new Review() : review;
    }

    public List<Assessment> assessments() {
        return List.copyOf(assessments);
    }

    /** All of them, oldest first. */
    public List<Authorization> authorizations() {
        return List.copyOf(authorizations);
    }

    public List<ChangeTask> tasks() {
        return List.copyOf(tasks);
    }
}
