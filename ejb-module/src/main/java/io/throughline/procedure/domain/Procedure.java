package io.throughline.procedure.domain;

import io.throughline.kernel.domain.AuditedRoot;
import io.throughline.kernel.domain.Deed;
import io.throughline.kernel.domain.Facts;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.refusal.Conflict;
import io.throughline.kernel.domain.refusal.Forbidden;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A documented way to look at servers. Whoever wrote its current revision cannot approve it. */
@Entity
@Table(name = "documented_procedure")
public class Procedure extends AuditedRoot {

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private ProcedureState state;

    @Column(name = "procedure_name", nullable = false)
    private String name;

    @Column(name = "description_text")
    private String description;

    @Column(nullable = false)
    private int revision;

    @Column(name = "written_by", nullable = false)
    private String writtenBy;

    @Column(name = "approved_by")
    private String approvedBy;

    @Column(name = "approved_at")
    private Instant approvedAt;

    @OneToMany(mappedBy = "procedure", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("id")
    private List<Probe> probes = new ArrayList<>();

    protected Procedure() {}

    public Procedure(RecordNumber number, String name, String description, List<ProbeText> probes, Deed deed) {
        super(number);
        write(name, description, probes, deed);
        this.state = ProcedureState.DRAFT;
        changed(ProcedureVerb.WRITE, null, state, deed);
    }

    @Override
    public RecordKind kind() {
        return RecordKind.PROCEDURE;
    }

    @Override
    public Facts facts() {
        return Facts.of()
                .put("state", state)
                .put("name", name)
                .put("description", description)
                .put("revision", revision)
                .put("writtenBy", writtenBy)
                .put("approvedBy", approvedBy)
                .put(
                        "probes",
                        probes().stream()
                                .map(probe -> probe.name() + ": " + probe.command())
                                .toList());
    }

    public void revise(String newName, String newDescription, List<ProbeText> newProbes, Deed deed) {
        ProcedureState next = ProcedureState.table().after(number(), state, ProcedureVerb.REVISE);
        write(newName, newDescription, newProbes, deed);
        move(ProcedureVerb.REVISE, next, deed);
    }

    /**
     * A second person vouches that its probes only read.
     *
     * @throws Forbidden for the person who wrote the current revision
     */
    public void approve(Deed deed) {
        ProcedureState next = ProcedureState.table().after(number(), state, ProcedureVerb.APPROVE);
        if (deed.actor().equals(writtenBy)) {
            throw Forbidden.fourEyes(number(), "author", "approve");
        }
        this.approvedBy = deed.actor();
        this.approvedAt = deed.at();
        move(ProcedureVerb.APPROVE, next, deed);
    }

    public void retire(Deed deed) {
        move(ProcedureVerb.RETIRE, ProcedureState.table().after(number(), state, ProcedureVerb.RETIRE), deed);
    }

    /**
     * @throws Conflict when nobody has approved it as it is now
     */
    public void requireApproved() {
        if (state != ProcedureState.APPROVED) {
            throw new Conflict(
                    "procedure-not-approved",
                    number() + " is " + state + "; only a procedure that a second person approved may be run.",
                    Map.of("record", number().toString(), "state", state.name()));
        }
    }

    private void write(String newName, String newDescription, List<ProbeText> texts, Deed deed) {
        this.name = newName;
        this.description = newDescription;
        this.revision++;
        this.writtenBy = deed.actor();
        this.approvedBy = null;
        this.approvedAt = null;
        this.probes.clear();
        texts.forEach(text -> probes.add(new Probe(this, text)));
    }

    private void move(ProcedureVerb verb, ProcedureState next, Deed deed) {
        changed(verb, state, next, deed);
        this.state = next;
    }

    public ProcedureState state() {
        return state;
    }

    public String name() {
        return name;
    }

    public String description() {
        return description;
    }

    /** Counts from 1; each revision needs an approval of its own. */
    public int revision() {
        return revision;
    }

    public String writtenBy() {
        return writtenBy;
    }

    public String approvedBy() {
        return approvedBy;
    }

    public Instant approvedAt() {
        return approvedAt;
    }

    public List<ProbeText> probes() {
        return probes.stream().map(Probe::text).toList();
    }
}
