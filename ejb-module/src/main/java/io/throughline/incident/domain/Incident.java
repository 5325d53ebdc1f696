package io.throughline.incident.domain;

import io.throughline.incident.domain.symptom.FrontDoorProbe;
import io.throughline.incident.domain.symptom.SymptomCheck;
import io.throughline.kernel.domain.AuditedRoot;
import io.throughline.kernel.domain.Deed;
import io.throughline.kernel.domain.Facts;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.refusal.Conflict;
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
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Something that people rely on does not work. From the first contact (or somebody's own observation) over help at the
 * desk, diagnosis and perhaps a change, to the proof that the symptom is gone. The aim is a restored service; what caused
 * it is noted when it is known.
 */
@Entity
@Table(name = "incident")
public class Incident extends AuditedRoot {

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private IncidentState state;

    /** Where it goes on after the hold; null unless it is on hold. */
    @Enumerated(EnumType.STRING)
    @Column(name = "held_state")
    private IncidentState held;

    @Column(name = "hold_reason")
    private String holdReason;

    @Embedded
    private Origin origin;

    @Embedded
    private Classification classification;

    @Embedded
    private Responsibility responsibility;

    @Embedded
    private IncidentTimes times;

    @Embedded
    private Diagnosis diagnosis;

    @ElementCollection
    @CollectionTable(name = "incident_server", joinColumns = @JoinColumn(name = "incident_id"))
    @Column(name = "server_number", nullable = false)
    private Set<String> affectedServers = new TreeSet<>();

    @Column(name = "change_number")
    private String change;

    @Embedded
    private Resolution resolution;

    @OneToMany(mappedBy = "incident", cascade = CascadeType.PERSIST)
    @OrderBy("id")
    private List<SupportAttempt> supportAttempts = new ArrayList<>();

    @OneToMany(mappedBy = "incident", cascade = CascadeType.PERSIST)
    @OrderBy("id")
    private List<IncidentNote> notes = new ArrayList<>();

    @OneToMany(mappedBy = "incident", cascade = CascadeType.PERSIST)
    @OrderBy("id")
    private List<SymptomCheck> symptomChecks = new ArrayList<>();

    protected Incident() {}

    public Incident(RecordNumber number, Origin origin, Deed deed) {
        super(number);
        this.origin = origin;
        this.responsibility = Responsibility.nobody();
        this.times = new IncidentTimes(deed.at());
        this.resolution = Resolution.none();
        this.state = IncidentState.LOGGED;
        changed(IncidentVerb.LOG, null, state, deed);
    }

    @Override
    public RecordKind kind() {
        return RecordKind.INCIDENT;
    }

    @Override
    public Facts facts() {
        return IncidentFacts.of(this);
    }

    public void classify(String category, Impact impact, Urgency urgency, PriorityPolicy policy, Deed deed) {
        IncidentState next = next(IncidentVerb.CLASSIFY);
        this.classification =
                new Classification(category, impact, urgency, policy.judge(impact, urgency, times.recognised()));
        move(IncidentVerb.CLASSIFY, next, deed);
    }

    public void support(String tried, boolean helped, Deed deed) {
        IncidentState next = next(IncidentVerb.SUPPORT);
        supportAttempts.add(new SupportAttempt(this, tried, helped, deed));
        move(IncidentVerb.SUPPORT, next, deed);
    }

    public void escalate(Escalation kind, String toGroup, Deed deed) {
        IncidentState next = next(IncidentVerb.ESCALATE);
        responsibility.escalate(kind, toGroup);
        move(IncidentVerb.ESCALATE, next, deed);
    }

    /**
     * @param person number of the person who has it from now on, or null: then it waits in the group's queue
     */
    public void assign(String group, String person, Deed deed) {
        IncidentState next = next(IncidentVerb.ASSIGN);
        responsibility.assign(group, person);
        move(IncidentVerb.ASSIGN, next, deed);
    }

    public void hold(Deed deed) {
        IncidentState next = next(IncidentVerb.HOLD);
        this.held = state;
        this.holdReason = deed.reason();
        move(IncidentVerb.HOLD, next, deed);
    }

    public void resume(Deed deed) {
        IncidentState.table().require(number(), state, IncidentVerb.RESUME);
        IncidentState next = IncidentState.table().after(number(), state, IncidentVerb.RESUME, held);
        this.held = null;
        this.holdReason = null;
        move(IncidentVerb.RESUME, next, deed);
    }

    public void note(String text, Visibility visibility, Deed deed) {
        IncidentState next = next(IncidentVerb.NOTE);
        notes.add(new IncidentNote(this, text, visibility, deed));
        move(IncidentVerb.NOTE, next, deed);
    }

    public void declareMajor(Deed deed) {
        IncidentState next = next(IncidentVerb.DECLARE_MAJOR);
        responsibility.declareMajor(deed.reason());
        move(IncidentVerb.DECLARE_MAJOR, next, deed);
    }

    public void startDiagnosis(Deed deed) {
        IncidentState next = next(IncidentVerb.START_DIAGNOSIS);
        times.diagnosisStarts(deed.at());
        move(IncidentVerb.START_DIAGNOSIS, next, deed);
    }

    /** Answers of servers are kept beside the incident; here it only notes that they came. */
    public void recordAnswers(Deed deed) {
        move(IncidentVerb.RECORD_ANSWERS, next(IncidentVerb.RECORD_ANSWERS), deed);
    }

    public void concludeDiagnosis(Diagnosis found, Collection<String> servers, Deed deed) {
        IncidentState next = next(IncidentVerb.CONCLUDE_DIAGNOSIS);
        this.diagnosis = found;
        this.affectedServers.clear();
        this.affectedServers.addAll(servers);
        times.diagnosisEnds(deed.at());
        move(IncidentVerb.CONCLUDE_DIAGNOSIS, next, deed);
    }

    /**
     * A change is to settle it.
     *
     * @throws Conflict when the diagnosis has not been concluded: nobody could say what to change
     */
    public void planResolution(RecordNumber byChange, Deed deed) {
        IncidentState next = next(IncidentVerb.PLAN_RESOLUTION);
        if (times.diagnosisEnded() == null) {
            throw new Conflict(
                    "diagnosis-open",
                    number() + " has no concluded diagnosis yet; conclude it before raising a change.",
                    Map.of("record", number().toString()));
        }
        this.change = byChange.toString();
        move(IncidentVerb.PLAN_RESOLUTION, next, deed);
    }

    public void beginRecovery(Deed deed) {
        IncidentState next = next(IncidentVerb.BEGIN_RECOVERY);
        times.recoveryStarts(deed.at());
        move(IncidentVerb.BEGIN_RECOVERY, next, deed);
    }

    /** Keeps what the front door answered. When that is enough, the service counts as restored from then on. */
    public SymptomCheck checkSymptom(FrontDoorProbe.Door door, FrontDoorProbe.Reading reading, Deed deed) {
        IncidentState next = next(IncidentVerb.CHECK_SYMPTOM);
        SymptomCheck check = new SymptomCheck(this, door, reading, deed);
        symptomChecks.add(check);
        if (check.passed()) {
            times.restored(deed.at());
        }
        move(IncidentVerb.CHECK_SYMPTOM, next, deed);
        return check;
    }

    /**
     * @throws Conflict naming what is missing before it may count as resolved
     */
    public void resolve(String how, String code, SettlementPolicy.Evidence evidence, Deed deed) {
        IncidentState next = next(IncidentVerb.RESOLVE);
        SettlementPolicy.require(this, evidence);
        resolution.found(how, code);
        times.resolved(deed.at());
        move(IncidentVerb.RESOLVE, next, deed);
    }

    public void failResolution(Deed deed) {
        move(IncidentVerb.FAIL_RESOLUTION, next(IncidentVerb.FAIL_RESOLUTION), deed);
    }

    /** Somebody says that it is not solved after all. */
    public void reopen(Deed deed) {
        IncidentState next = next(IncidentVerb.REOPEN);
        times.reopened(deed.at());
        move(IncidentVerb.REOPEN, next, deed);
    }

    /**
     * @throws Conflict naming what is missing before it may be closed
     */
    public void close(String code, String causeCode, int effortMinutes, SettlementPolicy.Evidence evidence, Deed deed) {
        IncidentState next = next(IncidentVerb.CLOSE);
        SettlementPolicy.require(this, evidence);
        resolution.summarise(code, causeCode, effortMinutes);
        times.closed(deed.at());
        move(IncidentVerb.CLOSE, next, deed);
    }

    private IncidentState next(IncidentVerb verb) {
        IncidentState.table().require(number(), state, verb);
        return IncidentState.table().target(state, verb).orElseThrow();
    }

    private void move(IncidentVerb verb, IncidentState next, Deed deed) {
        changed(verb, state, next, deed);
        this.state = next;
    }

    public IncidentState state() {
        return state;
    }

    public String holdReason() {
        return holdReason;
    }

    public Origin origin() {
        return origin;
    }

    /** Null until it is classified. */
    public Classification classification() {
        return classification;
    }

    public Responsibility responsibility() {
        return responsibility;
    }

    public IncidentTimes times() {
        return times;
    }

    /** Null until the diagnosis is concluded. */
    public Diagnosis diagnosis() {
        return diagnosis;
    }

    public Set<String> affectedServers() {
        return Set.copyOf(affectedServers);
    }

    /** Number of the change that is to settle it, or null. */
    public String change() {
        return change;
    }

    public Resolution resolution() {
        return resolution;
    }

    public List<SupportAttempt> supportAttempts() {
        return List.copyOf(supportAttempts);
    }

    public List<IncidentNote> notes() {
        return List.copyOf(notes);
    }

    public List<SymptomCheck> symptomChecks() {
        return List.copyOf(symptomChecks);
    }

    public Optional<SymptomCheck> latestSymptomCheck() {
        return symptomChecks.isEmpty() ? Optional.empty() : Optional.of(symptomChecks.get(symptomChecks.size() - 1));
    }
}
