package io.throughline.change.service;

import io.throughline.audit.service.AuditEntry;
import io.throughline.audit.service.AuditTrail;
import io.throughline.audit.service.RefusalRecorder;
import io.throughline.change.domain.ChangeRepository;
import io.throughline.change.domain.ChangeRequest;
import io.throughline.change.domain.ChangeSearch;
import io.throughline.change.domain.ChangeType;
import io.throughline.change.domain.Proposal;
import io.throughline.change.domain.event.ChangeCameToNothing;
import io.throughline.change.domain.event.ChangeRaised;
import io.throughline.configuration.service.ConfigurationItems;
import io.throughline.configuration.service.ImpactService;
import io.throughline.configuration.service.ImpactView;
import io.throughline.identity.domain.Right;
import io.throughline.identity.service.Authority;
import io.throughline.kernel.activity.Activity;
import io.throughline.kernel.domain.Page;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.refusal.Invalid;
import io.throughline.kernel.service.Commands;
import io.throughline.kernel.thread.Threads;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** From the request for change to its acceptance. */
@Stateless
@Interceptors(RefusalRecorder.class)
public class ChangeService {

    @Inject
    ChangeRepository changes;

    @Inject
    ChangeFile file;

    @Inject
    ChangeScope scope;

    @Inject
    ConfigurationItems items;

    @Inject
    ImpactService impact;

    @Inject
    Threads threads;

    @Inject
    Authority authority;

    @Inject
    AuditTrail trail;

    @Inject
    Commands commands;

    @Inject
    Event<ChangeRaised> raised;

    @Inject
    Event<ChangeCameToNothing> endings;

    /** Records a request for change, whatever it is worth. */
    public ChangeView raise(ChangeCommands.Raise command) {
        String requester = authority.require(Right.CHANGE_REQUEST);
        commands.valid(command);
        if (command.type() == ChangeType.STANDARD) {
            throw Invalid.field("type", "must be NORMAL or EMERGENCY; a standard change is made from its template");
        }
        RecordNumber incident = command.incident() == null
                ? null
                : RecordNumber.parse(RecordKind.INCIDENT, "incident", command.incident());
        List<String> targets = targets(command);
        RecordNumber number = changes.nextNumber();
        Activity activity = incident == null ? null : Activity.RESOLVE_AND_RECOVER;
        ChangeRequest change = trail.create(
                AuditEntry.of("change.raise").by(Right.CHANGE_REQUEST).performing(activity),
                deed -> new ChangeRequest(
                        number, new Proposal(fields(command)), command.priority(), requester, targets, deed));
        if (incident == null) {
            threads.begin(number);
        } else {
            threads.join(number, incident);
            raised.fire(new ChangeRaised(number, command.incident()));
        }
        return file.whole(change);
    }

    private List<String> targets(ChangeCommands.Raise command) {
        if ((command.product() == null) != (command.version() == null)) {
            throw Invalid.field("version", "must be given with the product, and only with it");
        }
        if (command.service() != null) {
            items.requireKnown("service", service(command));
        }
        if (command.targets().isEmpty() && command.service() != null && command.product() != null) {
            return scope.lacking(service(command), command.product(), command.version());
        }
        return scope.requireActive("targets", command.targets());
    }

    private static RecordNumber service(ChangeCommands.Raise command) {
        return RecordNumber.parse(RecordKind.SERVICE, "service", command.service());
    }

    private static Proposal.Fields fields(ChangeCommands.Raise command) {
        return new Proposal.Fields(
                command.title(),
                command.type(),
                command.reason(),
                command.effectOfNotDoing(),
                command.service(),
                command.product(),
                command.version(),
                command.backOutPlan(),
                command.risk(),
                command.continuityImpact(),
                command.resources(),
                command.wantedBy(),
                command.incident());
    }

    public ChangeView returnToRequester(RecordNumber number, long version, ChangeCommands.Question command) {
        authority.require(Right.CHANGE_MANAGE);
        commands.valid(command);
        ChangeRequest change = changes.require(number, version);
        ChangeView view =
                file.change(change, accepting("return").because(command.question()), ChangeRequest::returnToRequester);
        file.tell(
                change,
                change.requester(),
                "change-question",
                "question " + view.version(),
                Map.of("question", command.question()));
        return view;
    }

    public ChangeView answer(RecordNumber number, long version, ChangeCommands.Text command) {
        authority.require(Right.CHANGE_REQUEST);
        commands.valid(command);
        return file.change(
                changes.require(number, version),
                AuditEntry.of("change.answer").by(Right.CHANGE_REQUEST),
                (change, deed) -> change.answer(command.text(), deed));
    }

    public ChangeView accept(RecordNumber number, long version) {
        authority.require(Right.CHANGE_MANAGE);
        return file.change(changes.require(number, version), accepting("accept"), ChangeRequest::accept);
    }

    public ChangeView reject(RecordNumber number, long version, ChangeCommands.Reason command) {
        authority.require(Right.CHANGE_MANAGE);
        commands.valid(command);
        ChangeRequest change = changes.require(number, version);
        file.change(change, accepting("reject").because(command.reason()), ChangeRequest::reject);
        file.tell(change, change.requester(), "change-rejected", "rejected", Map.of("reason", command.reason()));
        endings.fire(new ChangeCameToNothing(
                number, change.state(), change.proposal().fields().incident(), command.reason()));
        return file.whole(change);
    }

    public ChangeView get(RecordNumber number) {
        authority.require(Right.RECORD_READ);
        return file.whole(changes.require(number));
    }

    public Page<ChangeView> page(ChangeSearch search, Long before, int size) {
        authority.require(Right.RECORD_READ);
        Instant now = file.now();
        return changes.page(search, now, before, size).map(change -> ChangeView.from(change, now));
    }

    /** What the change would touch besides its targets, each with the path that explains it. */
    public ImpactView impactOf(RecordNumber number) {
        authority.require(Right.RECORD_READ);
        ChangeRequest change = changes.require(number);
        List<RecordNumber> concerned = new ArrayList<>();
        change.targets().forEach(server -> concerned.add(RecordNumber.parse(server)));
        if (change.proposal().fields().service() != null) {
            concerned.add(RecordNumber.parse(change.proposal().fields().service()));
        }
        return impact.impactOf(concerned);
    }

    private static AuditEntry accepting(String deed) {
        return AuditEntry.of("change." + deed).by(Right.CHANGE_MANAGE).performing(Activity.ACCEPT_CHANGE);
    }
}
