package io.throughline.change.service;

import io.throughline.audit.service.AuditEntry;
import io.throughline.audit.service.AuditTrail;
import io.throughline.audit.service.RefusalRecorder;
import io.throughline.change.domain.ChangePriority;
import io.throughline.change.domain.ChangeRepository;
import io.throughline.change.domain.ChangeRequest;
import io.throughline.change.domain.Proposal;
import io.throughline.change.domain.authorization.Window;
import io.throughline.change.domain.template.ChangeTemplate;
import io.throughline.change.domain.template.ChangeTemplateRepository;
import io.throughline.configuration.service.ConfigurationItems;
import io.throughline.configuration.service.ServerReservations;
import io.throughline.identity.domain.Right;
import io.throughline.identity.service.Authority;
import io.throughline.kernel.activity.Activity;
import io.throughline.kernel.domain.Deed;
import io.throughline.kernel.domain.Page;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.refusal.Conflict;
import io.throughline.kernel.domain.refusal.Invalid;
import io.throughline.kernel.persistence.History;
import io.throughline.kernel.service.Commands;
import io.throughline.kernel.thread.Threads;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.util.List;
import java.util.Map;

/** Keeps templates of standard changes and makes changes of them. */
@Stateless
@Interceptors(RefusalRecorder.class)
public class ChangeTemplateService {

    @Inject
    ChangeTemplateRepository templates;

    @Inject
    ChangeRepository changes;

    @Inject
    ChangeFile file;

    @Inject
    ChangeScope scope;

    @Inject
    ConfigurationItems items;

    @Inject
    ServerReservations reservations;

    @Inject
    Signature signature;

    @Inject
    Threads threads;

    @Inject
    Authority authority;

    @Inject
    AuditTrail trail;

    @Inject
    History history;

    @Inject
    Commands commands;

    public TemplateView drawUp(TemplateCommand command) {
        String author = authority.require(Right.CHANGE_MANAGE);
        commands.valid(command);
        items.requireKnown("service", RecordNumber.parse(RecordKind.SERVICE, "service", command.service()));
        if ((command.product() == null) != (command.version() == null)) {
            throw Invalid.field("version", "must be given with the product, and only with it");
        }
        templates.byName(command.name()).ifPresent(known -> {
            throw Conflict.nameTaken(known.number(), command.name());
        });
        return whole(trail.create(
                AuditEntry.of("template.drawUp").by(Right.CHANGE_MANAGE),
                deed -> new ChangeTemplate(templates.nextNumber(), command.content(), author, deed)));
    }

    /** Signs the template: every change made of it is authorized by this signature. */
    public TemplateView authorize(RecordNumber number, long version, ChangeCommands.Sign command) {
        String person = authority.require(Right.CHANGE_AUTHORIZE);
        commands.valid(command);
        ChangeTemplate template = templates.require(number, version);
        signature.require(command.password());
        return whole(trail.change(
                template,
                AuditEntry.of("template.authorize").by(Right.CHANGE_AUTHORIZE),
                deed -> template.authorize(person, deed)));
    }

    public TemplateView withdraw(RecordNumber number, long version, ChangeCommands.Reason command) {
        authority.requireAny(Right.CHANGE_AUTHORIZE, Right.CHANGE_MANAGE);
        commands.valid(command);
        ChangeTemplate template = templates.require(number, version);
        return whole(trail.change(
                template, AuditEntry.of("template.withdraw").because(command.reason()), template::withdraw));
    }

    /**
     * Makes a change of the template, authorized from now on for as long as the template says, for all servers that
     * provide the service and lack the wanted version.
     *
     * @throws Conflict {@code nothing-to-change} when no server lacks it
     */
    public ChangeView makeChange(RecordNumber number) {
        String requester = authority.requireAny(Right.CHANGE_REQUEST, Right.JOB_SCHEDULE, Right.CHANGE_COORDINATE);
        ChangeTemplate template = templates.require(number);
        ChangeTemplate.Content content = template.content();
        List<String> targets = content.product() == null
                ? List.of()
                : scope.lacking(RecordNumber.parse(content.service()), content.product(), content.version());
        if (content.product() != null && targets.isEmpty()) {
            throw new Conflict(
                    "nothing-to-change",
                    "No server that provides %s lacks %s %s."
                            .formatted(content.service(), content.product(), content.version()),
                    Map.of("record", number.toString()));
        }
        trail.change(template, AuditEntry.of("template.makeChange"), deed -> template.makeChange(deed));
        ChangeRequest change = trail.create(
                AuditEntry.of("change.raise").because("made of " + number),
                deed -> record(template, requester, targets, deed));
        threads.begin(change.number());
        Window window = new Window(file.now(), file.now().plus(template.window()), file.now());
        file.change(
                change,
                AuditEntry.of("change.preAuthorize")
                        .performing(Activity.AUTHORIZE_CHANGE)
                        .because("by " + number),
                (one, deed) -> one.preAuthorize(
                        template.authority(), scope.envelope(one, content.packageSha256(), window), deed));
        reservations.hold(change.number(), change.targets(), file.now());
        return file.whole(change);
    }

    private ChangeRequest record(ChangeTemplate template, String requester, List<String> targets, Deed deed) {
        Proposal proposal = template.proposal();
        return new ChangeRequest(changes.nextNumber(), proposal, ChangePriority.MEDIUM, requester, targets, deed);
    }

    public TemplateView get(RecordNumber number) {
        authority.require(Right.RECORD_READ);
        return whole(templates.require(number));
    }

    public Page<TemplateView> page(Long before, int size) {
        authority.require(Right.RECORD_READ);
        return templates.page(before, size).map(template -> TemplateView.of(template, null));
    }

    private TemplateView whole(ChangeTemplate template) {
        return TemplateView.of(template, history.of(template.number()));
    }
}
