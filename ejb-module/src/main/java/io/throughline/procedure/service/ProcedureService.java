package io.throughline.procedure.service;

import io.throughline.audit.service.AuditEntry;
import io.throughline.audit.service.AuditTrail;
import io.throughline.audit.service.RefusalRecorder;
import io.throughline.identity.domain.Right;
import io.throughline.identity.service.Authority;
import io.throughline.kernel.domain.Page;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.refusal.Conflict;
import io.throughline.kernel.domain.refusal.Invalid;
import io.throughline.kernel.domain.refusal.Invalid.FieldError;
import io.throughline.kernel.persistence.History;
import io.throughline.kernel.service.Commands;
import io.throughline.procedure.domain.ProbeText;
import io.throughline.procedure.domain.Procedure;
import io.throughline.procedure.domain.ProcedureRepository;
import io.throughline.procedure.domain.ProcedureState;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Keeps documented procedures; what runs them gets only what a second person approved. */
@Stateless
@Interceptors(RefusalRecorder.class)
public class ProcedureService {

    @Inject
    ProcedureRepository procedures;

    @Inject
    Authority authority;

    @Inject
    AuditTrail trail;

    @Inject
    Commands commands;

    @Inject
    History history;

    /**
     * An approved procedure, ready to be run.
     *
     * @param revision the approved revision
     */
    public record Runnable(String number, String name, int revision, List<ProbeText> probes) {

        /** @throws Invalid naming every value that no probe knows, that is missing or that is not allowed */
        public void check(Map<String, String> values) {
            Map<String, FieldError> errors = new LinkedHashMap<>();
            Set<String> known = new TreeSet<>();
            for (ProbeText probe : probes) {
                probe.parameters().forEach(parameter -> known.add(parameter.name()));
                try {
                    probe.resolveOwn(values);
                } catch (Invalid wrong) {
                    wrong.errors().forEach(error -> errors.putIfAbsent(error.field(), error));
                }
            }
            values.keySet().stream()
                    .filter(name -> !known.contains(name))
                    .map(name -> new FieldError("parameters." + name, "is not known; known are " + known))
                    .forEach(error -> errors.put(error.field(), error));
            if (!errors.isEmpty()) {
                throw new Invalid(List.copyOf(errors.values()));
            }
        }
    }

    public ProcedureView write(ProcedureCommand command) {
        authority.require(Right.PROCEDURE_WRITE);
        List<ProbeText> probes = commands.valid(command).texts();
        refuseTakenName(command.name(), null);
        return whole(trail.create(
                AuditEntry.of("procedure.write").by(Right.PROCEDURE_WRITE),
                deed -> new Procedure(procedures.nextNumber(), command.name(), command.description(), probes, deed)));
    }

    /** Makes it a draft again: a changed probe needs a new approval. */
    public ProcedureView revise(RecordNumber number, long version, ProcedureCommand command) {
        authority.require(Right.PROCEDURE_WRITE);
        List<ProbeText> probes = commands.valid(command).texts();
        Procedure procedure = procedures.require(number, version);
        refuseTakenName(command.name(), procedure);
        return whole(trail.change(
                procedure,
                AuditEntry.of("procedure.revise").by(Right.PROCEDURE_WRITE),
                deed -> procedure.revise(command.name(), command.description(), probes, deed)));
    }

    public ProcedureView approve(RecordNumber number, long version) {
        authority.require(Right.PROCEDURE_APPROVE);
        Procedure procedure = procedures.require(number, version);
        return whole(trail.change(
                procedure, AuditEntry.of("procedure.approve").by(Right.PROCEDURE_APPROVE), procedure::approve));
    }

    public ProcedureView retire(RecordNumber number, long version) {
        authority.require(Right.PROCEDURE_WRITE);
        Procedure procedure = procedures.require(number, version);
        return whole(trail.change(
                procedure, AuditEntry.of("procedure.retire").by(Right.PROCEDURE_WRITE), procedure::retire));
    }

    /**
     * @throws Conflict when it is not approved as it is now
     */
    public Runnable runnable(RecordNumber number) {
        authority.require(Right.RECORD_READ);
        Procedure procedure = procedures.require(number);
        procedure.requireApproved();
        return new Runnable(number.toString(), procedure.name(), procedure.revision(), procedure.probes());
    }

    public ProcedureView get(RecordNumber number) {
        authority.require(Right.RECORD_READ);
        return whole(procedures.require(number));
    }

    public Page<ProcedureView> page(ProcedureState state, Long before, int size) {
        authority.require(Right.RECORD_READ);
        return procedures.page(state, before, size).map(ProcedureView::from);
    }

    private ProcedureView whole(Procedure procedure) {
        return ProcedureView.of(procedure, history.of(procedure.number()));
    }

    private void refuseTakenName(String name, Procedure self) {
        procedures.byName(name).filter(other -> other != self).ifPresent(other -> {
            throw Conflict.nameTaken(other.number(), name);
        });
    }
}
