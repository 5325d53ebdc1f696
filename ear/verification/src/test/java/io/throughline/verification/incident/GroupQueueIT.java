package io.throughline.verification.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.identity.domain.Role;
import io.throughline.identity.service.PersonService;
import io.throughline.identity.service.PersonView;
import io.throughline.incident.domain.Escalation;
import io.throughline.incident.domain.Impact;
import io.throughline.incident.domain.IncidentSelection;
import io.throughline.incident.domain.Urgency;
import io.throughline.incident.service.IncidentCommands;
import io.throughline.incident.service.IncidentService;
import io.throughline.incident.service.IncidentView;
import io.throughline.incident.service.group.SupportGroupCommand;
import io.throughline.incident.service.group.SupportGroupService;
import io.throughline.incident.service.group.SupportGroupView;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.refusal.Conflict;
import io.throughline.kernel.domain.refusal.Forbidden;
import io.throughline.kernel.domain.refusal.Invalid;
import io.throughline.verification.fixture.Fleet;
import io.throughline.verification.fixture.Sessions;
import io.throughline.verification.harness.InContainer;
import jakarta.ejb.EJB;
import java.util.List;
import java.util.concurrent.Callable;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Groups are data: who belongs to them sees their queue, and no incident is given to one that there is not. */
class GroupQueueIT extends InContainer {

    @EJB
    private PersonService people;

    @EJB
    private SupportGroupService groups;

    @EJB
    private IncidentService incidents;

    private PersonView member;
    private PersonView outsider;
    private SupportGroupView group;

    @BeforeEach
    void aGroupOfOne() throws Exception {
        member = Sessions.person(people, Role.INCIDENT_ANALYST);
        outsider = Sessions.person(people, Role.INCIDENT_OWNER);
        group = administer(() -> groups.form(command("level-2 " + Fleet.unique(), List.of(member.number()))));
    }

    @Test
    void anIncidentWaitsForTheMembersUntilOneOfThemHasIt() throws Exception {
        IncidentView escalated = escalated(group.name());
        assertThat(queueOf(member)).containsExactly(escalated.number());
        assertThat(queueOf(outsider)).isEmpty();

        as(member, () -> incidents.assign(number(escalated), escalated.version(), assign(null, member.number())));

        assertThat(queueOf(member)).isEmpty();
    }

    @Test
    void noIncidentIsGivenToAGroupThatThereIsNot() throws Exception {
        IncidentView incident = logged();

        assertUnknown(() -> escalate(incident, "level-9"));
        assertUnknown(() ->
                as(outsider, () -> incidents.assign(number(incident), incident.version(), assign("level-9", null))));
        assertThat(as(outsider, () -> incidents.get(number(incident))).group()).isNull();
    }

    @Test
    void aGroupThatIsNotActiveKeepsItsIncidentsAndIsGivenNone() throws Exception {
        IncidentView escalated = escalated(group.name());
        SupportGroupView retired = administer(() -> groups.correct(
                RecordNumber.parse(group.number()),
                group.version(),
                new SupportGroupCommand(group.name(), "no longer", List.of(member.number()), false)));

        assertThat(retired.active()).isFalse();
        assertThat(queueOf(member)).containsExactly(escalated.number());
        IncidentView other = logged();
        assertUnknown(() -> escalate(other, group.name()));
    }

    @Test
    void onlyTheAdministratorKeepsGroupsAndTheirNamesAndMembersAreChecked() throws Exception {
        RecordNumber number = RecordNumber.parse(group.number());

        assertThatThrownBy(() -> as(member, () -> groups.form(command("mine", List.of()))))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> administer(() -> groups.form(command(group.name(), List.of()))))
                .isInstanceOfSatisfying(
                        Conflict.class, refusal -> assertThat(refusal.key()).isEqualTo("name-taken"));
        assertField(
                () -> administer(() -> groups.correct(number, group.version(), command("other", List.of()))), "name");
        assertField(
                () -> administer(() ->
                        groups.form(command("level-3 " + Fleet.unique(), List.of(member.number(), "PER-999999999")))),
                "members[1]");
        assertThat(administer(() -> groups.page(member.number(), null, 10)).items())
                .extracting(SupportGroupView::number)
                .containsExactly(group.number());
    }

    private IncidentView escalated(String name) throws Exception {
        return escalate(logged(), name);
    }

    private IncidentView escalate(IncidentView incident, String name) throws Exception {
        return as(
                outsider,
                () -> incidents.escalate(
                        number(incident),
                        incident.version(),
                        new IncidentCommands.Escalate(Escalation.FUNCTIONAL, name, "not known here")));
    }

    private IncidentView logged() throws Exception {
        IncidentView logged =
                as(outsider, () -> incidents.log(new IncidentCommands.Log("It is slow", "slow", null, null)));
        return as(
                outsider,
                () -> incidents.classify(
                        number(logged),
                        logged.version(),
                        new IncidentCommands.Classify(Impact.LOW, Urgency.LOW, "performance")));
    }

    private List<String> queueOf(PersonView person) throws Exception {
        return as(person, () -> incidents.page(IncidentSelection.waitingFor(person.number()), null, 10))
                .items()
                .stream()
                .map(IncidentView::number)
                .toList();
    }

    private void assertUnknown(ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Invalid.class,
                        refusal -> assertThat(refusal.errors()).singleElement().satisfies(error -> {
                            assertThat(error.field()).isEqualTo("group");
                            assertThat(error.allowed()).startsWith("must be");
                        }));
    }

    private static void assertField(ThrowingCallable work, String field) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Invalid.class,
                        refusal -> assertThat(refusal.errors())
                                .extracting(Invalid.FieldError::field)
                                .containsExactly(field));
    }

    private static SupportGroupCommand command(String name, List<String> members) {
        return new SupportGroupCommand(name, null, members, null);
    }

    private static IncidentCommands.Assign assign(String group, String person) {
        return new IncidentCommands.Assign(group, person);
    }

    private static RecordNumber number(IncidentView incident) {
        return RecordNumber.parse(incident.number());
    }

    private static <T> T administer(Callable<T> work) throws Exception {
        return Sessions.as(Sessions.ADMINISTRATOR, work);
    }

    private static <T> T as(PersonView person, Callable<T> work) throws Exception {
        return Sessions.as(person.number(), work);
    }
}
