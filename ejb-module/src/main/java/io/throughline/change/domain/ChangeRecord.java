package io.throughline.change.domain;

import io.throughline.change.domain.assessment.Assessment;
import io.throughline.change.domain.assessment.Perspective;
import io.throughline.change.domain.authorization.Authorization;
import io.throughline.kernel.domain.AuditedRoot;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What is known of a change; what is done with it is in {@link ChangeRequest}. */
@MappedSuperclass
public abstract class ChangeRecord extends AuditedRoot {

    @Enumerated(EnumType.STRING)
    @Column(name = "change_state", nullable = false)
    ChangeState state;

    @Embedded
    Proposal proposal;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    ChangePriority priority;

    @Column(nullable = false, updatable = false)
    String requester;

    @Column(name = "recorded_at", nullable = false, updatable = false)
    Instant recordedAt;

    @ElementCollection
    @CollectionTable(name = "change_target", joinColumns = @JoinColumn(name = "change_id"))
    @Column(name = "server_number", nullable = false)
    Set<String> targets = new HashSet<>();

    String question;

    String answer;

    @Enumerated(EnumType.STRING)
    @Column(name = "change_class")
    ChangeClass changeClass;

    @Column(name = "one_is_enough", nullable = false)
    boolean oneIsEnough;

    String owner;

    @Column(name = "release_manager")
    String releaseManager;

    @Embedded
    Implementation implementation;

    @ElementCollection
    @CollectionTable(name = "change_implementer", joinColumns = @JoinColumn(name = "change_id"))
    @Column(name = "person_number", nullable = false)
    Set<String> implementers = new HashSet<>();

    @Embedded
    Review review;

    @OneToMany(mappedBy = "change", cascade = CascadeType.PERSIST)
    @OrderBy("id")
    List<Assessment> assessments = new ArrayList<>();

    @OneToMany(mappedBy = "change", cascade = CascadeType.PERSIST)
    @OrderBy("id")
    List<Authorization> authorizations = new ArrayList<>();

    @OneToMany(mappedBy = "change", cascade = CascadeType.PERSIST)
    @OrderBy("position")
    List<ChangeTask> tasks = new ArrayList<>();

    protected ChangeRecord() {}

    ChangeRecord(RecordNumber number, Proposal proposal, ChangePriority priority, String requester, Instant at) {
        super(number);
        this.proposal = proposal;
        this.priority = priority;
        this.requester = requester;
        this.recordedAt = at;
        this.state = ChangeState.RECORDED;
    }

    @Override
    public RecordKind kind() {
        return RecordKind.CHANGE;
    }

    final Authorization requireAuthorization() {
        return authorization()
                .orElseThrow(() -> new IllegalStateException(number() + " came here without an authorization"));
    }

    final Optional<Assessment> assessment(Perspective perspective) {
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

    /** Numbers of the people who carried it out by hand: began, did a task or told the outcome. */
    public Set<String> implementers() {
        return new TreeSet<>(implementers);
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
