package io.throughline.verification.incident;

import static io.throughline.verification.fixture.Sessions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.audit.service.AuditReader;
import io.throughline.audit.service.AuditSearch;
import io.throughline.communication.domain.CallBackOutcome;
import io.throughline.communication.domain.CallBackState;
import io.throughline.communication.domain.MessageState;
import io.throughline.communication.service.CallBackService;
import io.throughline.communication.service.CallBackView;
import io.throughline.communication.service.MessageService;
import io.throughline.contact.domain.ContactState;
import io.throughline.contact.service.ContactCommands;
import io.throughline.contact.service.ContactService;
import io.throughline.contact.service.ContactView;
import io.throughline.identity.domain.Channel;
import io.throughline.identity.domain.PersonDetails;
import io.throughline.identity.domain.Role;
import io.throughline.identity.service.PersonService;
import io.throughline.identity.service.PersonView;
import io.throughline.incident.domain.Impact;
import io.throughline.incident.domain.IncidentState;
import io.throughline.incident.domain.Urgency;
import io.throughline.incident.domain.Visibility;
import io.throughline.incident.domain.diagnosis.Answer;
import io.throughline.incident.domain.diagnosis.Reach;
import io.throughline.incident.service.IncidentCommands;
import io.throughline.incident.service.IncidentService;
import io.throughline.incident.service.IncidentView;
import io.throughline.incident.service.ResolutionService;
import io.throughline.incident.service.diagnosis.DiagnosisEvidence;
import io.throughline.incident.service.diagnosis.DiagnosisReader;
import io.throughline.incident.service.diagnosis.DiagnosisView;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.refusal.Conflict;
import io.throughline.kernel.domain.refusal.Forbidden;
import io.throughline.kernel.domain.refusal.Invalid;
import io.throughline.kernel.domain.refusal.NotFound;
import io.throughline.kernel.domain.refusal.Stale;
import io.throughline.kernel.service.Acting;
import io.throughline.verification.fixture.Sessions;
import io.throughline.verification.harness.InContainer;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.transaction.UserTransaction;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A call at the desk, the incident it becomes, and the callers who are told. */
class ContactToIncidentIT extends InContainer {

    @EJB
    private PersonService people;

    @EJB
    private ContactService contacts;

    @EJB
    private IncidentService incidents;

    @EJB
    private ResolutionService resolutions;

    @EJB
    private CallBackService callBacks;

    @EJB
    private MessageService messages;

    @EJB
    private DiagnosisEvidence evidence;

    @EJB
    private DiagnosisReader diagnoses;

    @EJB
    private AuditReader audit;

    @Resource
    private UserTransaction transaction;

    @Resource
    private ManagedExecutorService threads;

    private String desk;
    private String analyst;
    private String auditor;

    @BeforeEach
    void hire() throws Exception {
        desk = person(Role.REQUEST_ANALYST, Role.INCIDENT_OWNER);
        analyst = person(Role.INCIDENT_ANALYST);
        auditor = person(Role.AUDITOR);
    }

    @Test
    void theIntakeOnOnePageTakesAssessesAndRoutesWithARecordOfEachStep() throws Exception {
        ContactView contact = call(null, Channel.PHONE);

        assertThat(contact.state()).isEqualTo(ContactState.ROUTED);
        assertThat(contact.history()).extracting("verb").containsExactly("RECEIVE", "ASSESS", "ROUTE");
        assertThat(as(auditor, () -> audit.search(AuditSearch.ofRecord(contact.number()), null, 10))
                        .items())
                .extracting("action")
                .containsExactlyInAnyOrder("contact.receive", "contact.assess", "contact.route");
        IncidentView incident = incident(contact.incident());
        assertThat(incident.state()).isEqualTo(IncidentState.LOGGED);
        assertThat(incident.contact()).isEqualTo(contact.number());
        assertThat(incident.thread()).isEqualTo(contact.number());
        assertThat(incident.callers()).extracting(ContactView::number).containsExactly(contact.number());
    }

    @Test
    void anIntakeThatFailsAtItsLastStepLeavesNothing() throws Exception {
        long before = newestContact();

        assertThatThrownBy(() -> call("INC-999999999", Channel.PHONE)).isInstanceOf(NotFound.class);

        assertThat(newestContact()).isEqualTo(before);
    }

    @Test
    void whoHasNotTheRightIsRefusedByTheServiceItselfAndThatLeavesARecord() throws Exception {
        ContactView contact = call(null, Channel.PHONE);
        RecordNumber number = RecordNumber.parse(contact.number());

        assertThatThrownBy(() -> as(auditor, () -> contacts.unlink(number, contact.version(), reason())))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> as(desk, () -> resolutions.startDiagnosis(RecordNumber.parse(contact.incident()), 1)))
                .isInstanceOf(Forbidden.class);

        assertThat(as(auditor, () -> audit.search(AuditSearch.ofRecord(contact.number()), null, 10))
                        .items())
                .extracting("action")
                .contains("refused.ContactService.unlink");
    }

    @Test
    void whatIsNotAllowedAsInputIsNamedFieldByField() {
        ContactCommands.Receive bad =
                new ContactCommands.Receive(null, null, null, null, null, null, null, "bell\u0007", null, null, null);

        assertThatThrownBy(() -> as(desk, () -> contacts.receive(bad)))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        refusal -> assertThat(refusal.errors())
                                .extracting(Invalid.FieldError::field)
                                .containsExactly("words"));
    }

    @Test
    void whoReadAnOlderVersionChangesNothing() throws Exception {
        ContactView contact = call(null, Channel.PHONE);

        assertThatThrownBy(() -> as(
                        desk,
                        () -> contacts.unlink(RecordNumber.parse(contact.number()), contact.version() - 1, reason())))
                .isInstanceOf(Stale.class);
    }

    @Test
    void aContactLinkedByMistakeIsTakenOffAndBeginsAThreadOfItsOwn() throws Exception {
        ContactView first = call(null, Channel.PHONE);
        ContactView second = call(first.incident(), Channel.PHONE);
        assertThat(second.thread()).isEqualTo(first.number());

        ContactView unlinked =
                as(desk, () -> contacts.unlink(RecordNumber.parse(second.number()), second.version(), reason()));

        assertThat(unlinked.state()).isEqualTo(ContactState.ASSESSED);
        assertThat(unlinked.thread()).isEqualTo(second.number());
        assertThat(incident(first.incident()).callers()).hasSize(1);
    }

    @Test
    void aRejectedCallerIsToldTheReason() throws Exception {
        ContactView contact = received(Channel.EMAIL);

        as(desk, () -> contacts.reject(RecordNumber.parse(contact.number()), contact.version(), reason()));

        assertThat(as(desk, () -> messages.page(null, contact.number(), null, 10))
                        .items())
                .singleElement()
                .satisfies(message -> {
                    assertThat(message.state()).isEqualTo(MessageState.PENDING);
                    assertThat(message.to()).isEqualTo("ann@example.org");
                    assertThat(message.body()).contains("because it is so");
                });
    }

    @Test
    void everyCallerIsToldOnceByHerChannelWhateverHappensTwice() throws Exception {
        ContactView byPhone = call(null, Channel.PHONE);
        ContactView byMail = call(byPhone.incident(), Channel.EMAIL);
        IncidentView resolved = resolve(byPhone.incident());
        ContactView late = call(byPhone.incident(), Channel.EMAIL);

        IncidentView closed = as(
                desk,
                () -> resolutions.close(
                        number(resolved), resolved.version(), new IncidentCommands.Close("workaround", "user", 5)));

        assertThat(closed.state()).isEqualTo(IncidentState.CLOSED);
        assertThat(as(desk, () -> callBacks.page(null, byPhone.number(), null, 10))
                        .items())
                .hasSize(1);
        assertThat(as(desk, () -> messages.page(null, byMail.number(), null, 10))
                        .items())
                .hasSize(1);
        assertThat(as(desk, () -> messages.page(null, late.number(), null, 10)).items())
                .hasSize(1);
        assertThat(as(desk, () -> contacts.get(RecordNumber.parse(late.number())))
                        .state())
                .isEqualTo(ContactState.CLOSED);
        assertThatThrownBy(() -> call(byPhone.incident(), Channel.PHONE))
                .isInstanceOfSatisfying(
                        Conflict.class, refusal -> assertThat(refusal.key()).isEqualTo("incident-closed"));
    }

    @ParameterizedTest
    @EnumSource
    void anIncidentOfACallerWhoWasErasedIsResolvedAndClosed(Channel channel) throws Exception {
        PersonView caller = as(
                Sessions.ADMINISTRATOR,
                () -> people.add(
                        new PersonDetails(
                                null, "Cleo Caller", "cleo@example.org", "+31 20 7654321", channel, null, Set.of()),
                        null));
        ContactView contact = as(
                desk,
                () -> contacts.receive(new ContactCommands.Receive(
                        caller.number(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        "I can't place an order",
                        null,
                        new ContactCommands.Assess("shop", null, true),
                        new ContactCommands.Route(null, "No orders", null, null))));
        RecordNumber person = RecordNumber.parse(caller.number());
        PersonView left = as(Sessions.ADMINISTRATOR, () -> people.leave(person, caller.version()));
        as(Sessions.ADMINISTRATOR, () -> people.erase(person, left.version(), "she asked for it"));

        IncidentView resolved = resolve(contact.incident());
        IncidentView closed = as(
                desk,
                () -> resolutions.close(
                        number(resolved), resolved.version(), new IncidentCommands.Close("workaround", "user", 5)));

        assertThat(closed.state()).isEqualTo(IncidentState.CLOSED);
        assertThat(as(auditor, () -> audit.search(AuditSearch.ofRecord(contact.number()), null, 10))
                        .items())
                .extracting("action")
                .contains("notice.withhold");
    }

    @Test
    void whoIsToldHowItEndedIsNotCalledAboutEarlierNewsAndIsNamedUntilSheWasTold() throws Exception {
        ContactView contact = call(null, Channel.PHONE);
        IncidentView logged = incident(contact.incident());
        as(
                desk,
                () -> incidents.note(
                        number(logged),
                        logged.version(),
                        new IncidentCommands.Note("We are looking into it", Visibility.CALLER)));
        IncidentView resolved = resolve(contact.incident());
        assertThat(as(desk, () -> callBacks.page(CallBackState.SUPERSEDED, contact.number(), null, 10))
                        .items())
                .hasSize(1);

        IncidentView closed = as(
                desk,
                () -> resolutions.close(
                        number(resolved), resolved.version(), new IncidentCommands.Close("workaround", "user", 5)));

        assertThat(closed.toCall()).singleElement().satisfies(waiting -> {
            assertThat(waiting.contact()).isEqualTo(contact.number());
            assertThat(waiting.subject()).contains("it works again");
        });
        CallBackView call = as(desk, () -> callBacks.page(CallBackState.OPEN, contact.number(), null, 10))
                .items()
                .get(0);
        as(
                desk,
                () -> callBacks.called(
                        RecordNumber.parse(call.number()),
                        call.version(),
                        new CallBackService.Called(CallBackOutcome.TOLD, null)));
        assertThat(incident(contact.incident()).toCall()).isEmpty();
    }

    @Test
    void aCallerWhoIsLinkedWhileTheIncidentIsBeingClosedIsToldAndClosedWithIt() throws Exception {
        ContactView first = call(null, Channel.EMAIL);
        IncidentView resolved = resolve(first.incident());
        ContactView late;
        Future<IncidentView> closing;
        transaction.begin();
        try {
            late = call(first.incident(), Channel.EMAIL);
            closing = threads.submit(() -> as(
                    desk,
                    () -> resolutions.close(
                            number(resolved),
                            resolved.version(),
                            new IncidentCommands.Close("workaround", "user", 5))));
            assertThatThrownBy(() -> closing.get(2, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
        } finally {
            transaction.commit();
        }

        assertThat(closing.get(60, TimeUnit.SECONDS).state()).isEqualTo(IncidentState.CLOSED);
        assertThat(as(desk, () -> contacts.get(RecordNumber.parse(late.number())))
                        .state())
                .isEqualTo(ContactState.CLOSED);
        assertThat(as(desk, () -> messages.page(null, late.number(), null, 10)).items())
                .hasSize(1);
    }

    @Test
    void aCallerWhoSaysNoWhenCalledBackOpensTheIncidentAgain() throws Exception {
        ContactView contact = call(null, Channel.PHONE);
        resolve(contact.incident());
        CallBackView call = as(desk, () -> callBacks.page(CallBackState.OPEN, contact.number(), null, 10))
                .items()
                .get(0);

        as(
                desk,
                () -> callBacks.called(
                        RecordNumber.parse(call.number()),
                        call.version(),
                        new CallBackService.Called(CallBackOutcome.DOUBT, "Still payment failed")));

        assertThat(incident(contact.incident()).state()).isEqualTo(IncidentState.RESOLUTION_UNSUCCESSFUL);
    }

    @Test
    void aNoteForCallersIsToldAndAnInternalOneIsNot() throws Exception {
        ContactView contact = call(null, Channel.EMAIL);
        IncidentView logged = incident(contact.incident());

        IncidentView noted = as(
                desk,
                () -> incidents.note(
                        number(logged),
                        logged.version(),
                        new IncidentCommands.Note("They did it", Visibility.INTERNAL)));
        as(
                desk,
                () -> incidents.note(
                        number(noted), noted.version(), new IncidentCommands.Note("We look", Visibility.CALLER)));

        assertThat(as(desk, () -> messages.page(null, contact.number(), null, 10))
                        .items())
                .singleElement()
                .satisfies(message -> assertThat(message.body()).contains("We look"));
    }

    @Test
    void anIncidentHeldGoesOnWhereItWasAfterAllThatTheDatabaseKeeps() throws Exception {
        IncidentView diagnosed = inDiagnosis(call(null, Channel.PHONE).incident());

        IncidentView held = as(
                analyst,
                () -> incidents.hold(
                        number(diagnosed), diagnosed.version(), new IncidentCommands.Reason("waits for the supplier")));
        IncidentView resumed = as(analyst, () -> incidents.resume(number(held), held.version()));

        assertThat(held.holdReason()).isEqualTo("waits for the supplier");
        assertThat(resumed.state()).isEqualTo(IncidentState.IN_DIAGNOSIS);
    }

    @Test
    void answersOfServersAreKeptOnceAndOnlyByTheProductItself() throws Exception {
        IncidentView diagnosed = inDiagnosis(call(null, Channel.PHONE).incident());
        List<Answer> given = List.of(
                new Answer("SRV-000901", "level", Reach.ANSWERED, 0, "4.2.7\u0000", "needs the patch", false, 12),
                new Answer("SRV-000902", "level", Reach.ANSWERED, 0, "4.2.8", "patched", true, 11),
                new Answer("SRV-000903", "level", Reach.UNREACHABLE, null, null, "not reached", false, 5000));

        assertThatThrownBy(() -> as(analyst, () -> evidence.record(number(diagnosed), "JOB-000001", given)))
                .isInstanceOf(Forbidden.class);
        Acting.Account machine = Acting.Account.machine("diagnosis", analyst, "test");
        assertThat(Acting.as(machine, () -> evidence.record(number(diagnosed), "JOB-000001", given)))
                .isEqualTo(3);
        assertThat(Acting.as(machine, () -> evidence.record(number(diagnosed), "JOB-000001", given)))
                .isZero();

        DiagnosisView told = as(analyst, () -> diagnoses.get(number(diagnosed)));
        assertThat(told.failing()).containsExactly("SRV-000901");
        assertThat(told.passing()).containsExactly("SRV-000902");
        assertThat(told.silent()).containsExactly("SRV-000903");
    }

    private ContactView call(String incident, Channel channel) throws Exception {
        ContactCommands.Route routing = new ContactCommands.Route(incident, "No orders", null, null);
        return as(
                desk,
                () -> contacts.receive(receive(channel, new ContactCommands.Assess("shop", null, true), routing)));
    }

    private ContactView received(Channel channel) throws Exception {
        return as(desk, () -> contacts.receive(receive(channel, null, null)));
    }

    private static ContactCommands.Receive receive(
            Channel channel, ContactCommands.Assess assessment, ContactCommands.Route routing) {
        return new ContactCommands.Receive(
                null,
                "Ann Caller",
                "ann@example.org",
                "+31 20 1234567",
                channel,
                null,
                null,
                "I can't place an order",
                null,
                assessment,
                routing);
    }

    private IncidentView classified(String incident) throws Exception {
        IncidentView logged = incident(incident);
        return as(
                desk,
                () -> incidents.classify(
                        number(logged),
                        logged.version(),
                        new IncidentCommands.Classify(Impact.LOW, Urgency.LOW, "shop")));
    }

    private IncidentView inDiagnosis(String incident) throws Exception {
        IncidentView classified = classified(incident);
        return as(analyst, () -> resolutions.startDiagnosis(number(classified), classified.version()));
    }

    private IncidentView resolve(String incident) throws Exception {
        IncidentView classified = classified(incident);
        return as(
                desk,
                () -> resolutions.resolve(
                        number(classified),
                        classified.version(),
                        new IncidentCommands.Resolve(
                                "Cleared the cookies; she ordered while we listened", "workaround")));
    }

    private IncidentView incident(String number) throws Exception {
        return as(desk, () -> incidents.get(RecordNumber.parse(number)));
    }

    private static RecordNumber number(IncidentView incident) {
        return RecordNumber.parse(incident.number());
    }

    private long newestContact() throws Exception {
        return as(desk, () -> contacts.page(null, null, null, 1)).items().stream()
                .mapToLong(contact -> RecordNumber.parse(RecordKind.USER_CONTACT, "number", contact.number())
                        .sequence())
                .findFirst()
                .orElse(0);
    }

    private String person(Role... roles) throws Exception {
        return Sessions.person(people, roles).number();
    }

    private static ContactCommands.Reason reason() {
        return new ContactCommands.Reason("because it is so");
    }
}
