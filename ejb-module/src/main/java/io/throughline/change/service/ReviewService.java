package io.throughline.change.service;

import io.throughline.audit.service.AuditEntry;
import io.throughline.audit.service.RefusalRecorder;
import io.throughline.change.domain.ChangeRepository;
import io.throughline.change.domain.ChangeRequest;
import io.throughline.change.domain.Outcome;
import io.throughline.change.domain.Proposal;
import io.throughline.change.domain.Review;
import io.throughline.change.domain.authorization.AuthorizedServer;
import io.throughline.change.domain.authorization.ServerResult;
import io.throughline.change.domain.event.ChangeCameToNothing;
import io.throughline.change.service.emergency.OtherEyes;
import io.throughline.configuration.service.Baselines;
import io.throughline.configuration.service.ServerReservations;
import io.throughline.identity.domain.Right;
import io.throughline.identity.service.Authority;
import io.throughline.kernel.activity.Activity;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.refusal.Conflict;
import io.throughline.kernel.service.Commands;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.util.List;

/** Looks back on changes and brings them to their end, as they really went. */
@Stateless
@Interceptors(RefusalRecorder.class)
public class ReviewService {

    @Inject
    ChangeRepository changes;

    @Inject
    ChangeFile file;

    @Inject
    Baselines baselines;

    @Inject
    ServerReservations reservations;

    @Inject
    OtherEyes others;

    @Inject
    Authority authority;

    @Inject
    Commands commands;

    @Inject
    Event<ChangeCameToNothing> endings;

    public ChangeView review(RecordNumber number, long version, ChangeCommands.Review command) {
        authority.require(Right.CHANGE_MANAGE);
        commands.valid(command);
        String followUp = command.followUp() == null
                ? null
                : changes.require(RecordNumber.parse(RecordKind.CHANGE, "followUp", command.followUp()))
                        .number()
                        .toString();
        Review.Finding finding =
                new Review.Finding(command.text(), command.desiredEffect(), command.backOutWorked(), followUp);
        ChangeRequest change = changes.require(number, version);
        file.change(change, reviewing("review"), (one, deed) -> one.review(finding, deed));
        others.askToLookBack(change);
        return file.whole(change);
    }

    /** The dated review that follows every emergency, by somebody who neither asked for it nor signed or seconded it. */
    public ChangeView lookBack(RecordNumber number, long version, ChangeCommands.Text command) {
        String person = authority.require(Right.CHANGE_MANAGE);
        commands.valid(command);
        return file.change(
                changes.require(number, version),
                AuditEntry.of("change.lookBack").by(Right.CHANGE_MANAGE),
                (change, deed) -> change.lookBack(person, command.text(), deed));
    }

    /**
     * Closes it as it really went: from now on what it put on servers is what should be there.
     *
     * @throws Conflict {@code closure-not-earned} naming what is missing
     */
    public ChangeView close(RecordNumber number, long version) {
        authority.require(Right.CHANGE_MANAGE);
        ChangeRequest change = changes.require(number, version);
        file.change(change, reviewing("close"), ChangeRequest::close);
        reservations.giveBack(number);
        keepAsBaseline(change);
        if (change.implementation().outcome() == Outcome.BACKED_OUT) {
            comeToNothing(change, "The change was backed out.");
        }
        return file.whole(change);
    }

    private void keepAsBaseline(ChangeRequest change) {
        Proposal.Fields asked = change.proposal().fields();
        List<String> done = change.authorization().stream()
                .flatMap(signed -> signed.servers().stream())
                .filter(server -> server.result() == ServerResult.DONE)
                .map(AuthorizedServer::server)
                .toList();
        if (asked.product() != null && !done.isEmpty()) {
            baselines.authorize(change.number(), asked.product(), asked.productVersion(), done, file.now());
        }
    }

    /** Gives it up before anything was done. */
    public ChangeView cancel(RecordNumber number, long version, ChangeCommands.Reason command) {
        authority.requireAny(Right.CHANGE_MANAGE, Right.CHANGE_AUTHORIZE);
        commands.valid(command);
        ChangeRequest change = changes.require(number, version);
        file.change(change, AuditEntry.of("change.cancel").because(command.reason()), ChangeRequest::cancel);
        reservations.giveBack(number);
        others.askToLookBack(change);
        comeToNothing(change, command.reason());
        return file.whole(change);
    }

    private void comeToNothing(ChangeRequest change, String reason) {
        endings.fire(new ChangeCameToNothing(
                change.number(), change.state(), change.proposal().fields().incident(), reason));
    }

    private static AuditEntry reviewing(String deed) {
        return AuditEntry.of("change." + deed).by(Right.CHANGE_MANAGE).performing(Activity.REVIEW_CHANGE);
    }
}
