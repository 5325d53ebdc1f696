package io.throughline.change.service;

import io.throughline.audit.service.AuditEntry;
import io.throughline.audit.service.RefusalRecorder;
import io.throughline.change.domain.ChangeRepository;
import io.throughline.change.domain.ChangeRequest;
import io.throughline.change.domain.ChangeType;
import io.throughline.change.domain.OutcomePolicy;
import io.throughline.change.domain.Proposal;
import io.throughline.change.domain.authorization.ServerResult;
import io.throughline.change.domain.event.ChangeCoordinated;
import io.throughline.configuration.service.InstalledProducts;
import io.throughline.identity.domain.Right;
import io.throughline.identity.service.Authority;
import io.throughline.kernel.activity.Activity;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.refusal.Conflict;
import io.throughline.kernel.service.Commands;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.util.List;
import java.util.Map;

/** Carries an authorized change through: engages Release, or sees to what people do by hand. */
@Stateless
@Interceptors(RefusalRecorder.class)
public class CoordinationService {

    @Inject
    ChangeRepository changes;

    @Inject
    ChangeFile file;

    @Inject
    ImplementationRecord implementation;

    @Inject
    InstalledProducts installed;

    @Inject
    ChangeTargets targets;

    @Inject
    Authority authority;

    @Inject
    Commands commands;

    @Inject
    Event<ChangeCoordinated> coordinated;

    public ChangeView appointOwner(RecordNumber number, long version, ChangeCommands.Appoint command) {
        authority.requireAny(Right.CHANGE_MANAGE, Right.CHANGE_AUTHORIZE);
        commands.valid(command);
        String person = file.requirePerson("person", command.person(), Right.CHANGE_COORDINATE);
        return file.change(
                changes.require(number, version),
                AuditEntry.of("change.appointOwner").performing(Activity.AUTHORIZE_CHANGE),
                (change, deed) -> change.appointOwner(person, deed));
    }

    /** Engages Release, whose manager is notified; a change of manual tasks only is scheduled without. */
    public ChangeView coordinate(RecordNumber number, long version, ChangeCommands.Coordinate command) {
        authority.require(Right.CHANGE_COORDINATE);
        commands.valid(command);
        String manager = command.releaseManager() == null
                ? null
                : file.requirePerson("releaseManager", command.releaseManager(), Right.RELEASE_MANAGE);
        ChangeRequest change = changes.require(number, version);
        file.change(change, coordinating("coordinate"), (one, deed) -> one.coordinate(manager, deed));
        if (manager != null) {
            Proposal.Fields asked = change.proposal().fields();
            coordinated.fire(new ChangeCoordinated(
                    number,
                    asked.title(),
                    asked.service(),
                    asked.product(),
                    asked.productVersion(),
                    change.priority(),
                    asked.type() == ChangeType.EMERGENCY,
                    manager));
        }
        return file.whole(change);
    }

    public ChangeView addTask(RecordNumber number, long version, ChangeCommands.Task command) {
        authority.require(Right.CHANGE_COORDINATE);
        commands.valid(command);
        String assignee = command.assignee() == null
                ? null
                : file.requirePerson("assignee", command.assignee(), Right.RECORD_READ);
        return file.change(
                changes.require(number, version),
                coordinating("addTask"),
                (change, deed) -> change.addTask(command.text(), assignee, deed));
    }

    /**
     * @param task its place within the change, from 1
     */
    public ChangeView completeTask(RecordNumber number, long version, int task, ChangeCommands.TaskResult command) {
        String person = authority.require(Right.RECORD_READ);
        commands.valid(command);
        ChangeRequest change = changes.require(number, version);
        boolean assigned =
                change.tasks().stream().anyMatch(one -> one.position() == task && person.equals(one.assignee()));
        if (!assigned) {
            authority.require(Right.CHANGE_COORDINATE);
        }
        return file.change(
                change,
                AuditEntry.of("change.completeTask").performing(Activity.COORDINATE_CHANGE),
                (one, deed) -> one.completeTask(task, command.result(), deed));
    }

    /** People begin to carry it out by hand. */
    public ChangeView begin(RecordNumber number, long version) {
        authority.require(Right.CHANGE_COORDINATE);
        ChangeRequest change = changes.require(number, version);
        requireByHand(change);
        requireUnderAuthorization(change);
        implementation.begin(number, null);
        return file.whole(change);
    }

    /** What people did by hand came to this. */
    public ChangeView report(RecordNumber number, long version, ChangeCommands.ReportOutcome command) {
        authority.require(Right.CHANGE_COORDINATE);
        commands.valid(command);
        ChangeRequest change = changes.require(number, version);
        requireByHand(change);
        Map<String, ServerResult> results = OutcomePolicy.results(change, command.outcome(), command.servers());
        implementation.outcome(number, command.outcome(), command.evidence(), results);
        reportInstalled(change, results);
        return file.whole(change);
    }

    /** The servers that were authorized, beside those that provide the service now. */
    public List<ChangeTargets.Target> targets(RecordNumber number) {
        authority.require(Right.RECORD_READ);
        return targets.standing(number);
    }

    private void reportInstalled(ChangeRequest change, Map<String, ServerResult> results) {
        Proposal.Fields asked = change.proposal().fields();
        if (asked.product() != null) {
            List<InstalledProducts.Installation> installations = results.keySet().stream()
                    .filter(server -> results.get(server) == ServerResult.DONE)
                    .map(server -> new InstalledProducts.Installation(
                            RecordNumber.parse(server), asked.product(), asked.productVersion(), change.number()))
                    .toList();
            installed.report(installations);
        }
    }

    private static void requireByHand(ChangeRequest change) {
        if (change.releaseManager() != null) {
            throw new Conflict(
                    "carried-out-by-deployment",
                    change.number() + " is carried out by Release and Deployment, which tell its outcome.",
                    Map.of("record", change.number().toString()));
        }
    }

    private void requireUnderAuthorization(ChangeRequest change) {
        boolean open = change.authorization()
                .filter(signed -> signed.stateAt(file.now()).stands())
                .filter(signed -> signed.window().openAt(file.now()))
                .isPresent();
        if (!open) {
            throw new Conflict(
                    "not-authorized-now",
                    change.number() + " has no authorization that stands, or its window is not open.",
                    Map.of("record", change.number().toString()));
        }
    }

    private static AuditEntry coordinating(String deed) {
        return AuditEntry.of("change." + deed).by(Right.CHANGE_COORDINATE).performing(Activity.COORDINATE_CHANGE);
    }
}
