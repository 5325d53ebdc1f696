package io.throughline.change.service;

import io.throughline.audit.service.RefusalRecorder;
import io.throughline.change.domain.ChangeRepository;
import io.throughline.change.domain.ChangeRequest;
import io.throughline.change.domain.authorization.Envelope;
import io.throughline.change.domain.authorization.Window;
import io.throughline.change.domain.event.ChangeCameToNothing;
import io.throughline.change.domain.event.WindowExtended;
import io.throughline.configuration.service.ServerReservations;
import io.throughline.identity.domain.Right;
import io.throughline.identity.service.Authority;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.service.Commands;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.util.List;
import java.util.Map;

/** What a change authority does: sign, refuse, extend, enlarge, second and withdraw. */
@Stateless
@Interceptors(RefusalRecorder.class)
public class AuthorizationService {

    @Inject
    ChangeRepository changes;

    @Inject
    ChangeFile file;

    @Inject
    ChangeScope scope;

    @Inject
    Signature signature;

    @Inject
    Signing signing;

    @Inject
    ServerReservations reservations;

    @Inject
    Event<WindowExtended> extensions;

    @Inject
    Authority authority;

    @Inject
    Commands commands;

    @Inject
    Event<ChangeCameToNothing> endings;

    /** Signs the envelope: the change's servers, its wanted level, and this window. */
    public ChangeView authorize(RecordNumber number, long version, ChangeCommands.Authorize command) {
        String person = authority.require(Right.CHANGE_AUTHORIZE);
        commands.valid(command);
        Window window = window(command.window());
        ChangeRequest change = changes.require(number, version);
        signature.require(command.password());
        return signing.authorize(change, person, window, command.changeOwner());
    }

    /** Signs an emergency alone; a second person must second it within a set time. */
    public ChangeView breakGlass(RecordNumber number, long version, ChangeCommands.BreakGlass command) {
        String person = authority.require(Right.CHANGE_AUTHORIZE);
        commands.valid(command);
        Window window = window(command.window());
        ChangeRequest change = changes.require(number, version);
        signature.require(command.password());
        return signing.breakGlass(change, person, window, command.changeOwner(), command.reason());
    }

    /** Seconds what one person authorized alone. */
    public ChangeView second(RecordNumber number, long version, ChangeCommands.Sign command) {
        String person = authority.requireAny(Right.SECOND_PERSON, Right.CHANGE_AUTHORIZE);
        commands.valid(command);
        ChangeRequest change = changes.require(number, version);
        signature.require(command.password());
        return file.change(
                change, Signing.entry("second").by(Right.SECOND_PERSON), (one, deed) -> one.second(person, deed));
    }

    public ChangeView refuse(RecordNumber number, long version, ChangeCommands.Reason command) {
        authority.require(Right.CHANGE_AUTHORIZE);
        commands.valid(command);
        ChangeRequest change = changes.require(number, version);
        file.change(change, Signing.entry("refuse").because(command.reason()), ChangeRequest::refuse);
        file.tell(change, change.requester(), "change-refused", "refused", Map.of("reason", command.reason()));
        endings.fire(new ChangeCameToNothing(
                number, change.state(), change.proposal().fields().incident(), command.reason()));
        return file.whole(change);
    }

    /** Takes the authorization back: no further host starts. The servers stay held until the change ends. */
    public ChangeView withdraw(RecordNumber number, long version, ChangeCommands.Reason command) {
        authority.require(Right.CHANGE_AUTHORIZE);
        commands.valid(command);
        ChangeRequest change = changes.require(number, version);
        ChangeView view =
                file.change(change, Signing.entry("withdraw").because(command.reason()), ChangeRequest::withdraw);
        if (change.owner() != null) {
            file.tell(
                    change,
                    change.owner(),
                    "change-withdrawn",
                    "withdrawn " + view.version(),
                    Map.of("reason", command.reason()));
        }
        return view;
    }

    /** Moves the end of the window; a rollout that paused because it was over goes on. */
    public ChangeView extend(RecordNumber number, long version, ChangeCommands.Extend command) {
        String person = authority.require(Right.CHANGE_AUTHORIZE);
        commands.valid(command);
        ChangeRequest change = changes.require(number, version);
        signature.require(command.password());
        file.change(change, Signing.entry("extendWindow"), (one, deed) -> one.extendWindow(person, command.to(), deed));
        extensions.fire(new WindowExtended(number));
        return file.whole(change);
    }

    /** Authorizes servers that joined since, for instance those that provide the service now and did not before. */
    public ChangeView addTargets(RecordNumber number, long version, ChangeCommands.AddTargets command) {
        String person = authority.require(Right.CHANGE_AUTHORIZE);
        commands.valid(command);
        ChangeRequest change = changes.require(number, version);
        List<Envelope.Member> members = scope.members(change, command.servers());
        signature.require(command.password());
        file.change(change, Signing.entry("addTargets"), (one, deed) -> one.addTargets(person, members, deed));
        reservations.hold(number, command.servers(), file.now());
        return file.whole(change);
    }

    private Window window(ChangeCommands.Period period) {
        return new Window(period.from(), period.to(), file.now());
    }
}
