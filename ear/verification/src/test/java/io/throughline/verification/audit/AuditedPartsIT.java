package io.throughline.verification.audit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.audit.service.AuditEntry;
import io.throughline.audit.service.AuditTrail;
import io.throughline.audit.service.UnauditedChange;
import io.throughline.change.domain.ChangeTask;
import io.throughline.change.domain.assessment.Assessment;
import io.throughline.change.domain.authorization.Authorization;
import io.throughline.change.domain.authorization.AuthorizedServer;
import io.throughline.change.domain.authorization.ServerResult;
import io.throughline.change.service.ChangeCommands;
import io.throughline.change.service.ChangeService;
import io.throughline.change.service.CoordinationService;
import io.throughline.deployment.domain.Exclusion;
import io.throughline.deployment.domain.Wave;
import io.throughline.deployment.domain.WaveState;
import io.throughline.deployment.domain.plan.PlanRequest;
import io.throughline.deployment.domain.plan.WaveRequest;
import io.throughline.deployment.service.DeploymentCommands;
import io.throughline.deployment.service.DeploymentPlanning;
import io.throughline.deployment.service.DeploymentView;
import io.throughline.deployment.service.TargetService;
import io.throughline.identity.domain.Role;
import io.throughline.identity.service.PersonView;
import io.throughline.incident.domain.Impact;
import io.throughline.incident.domain.Incident;
import io.throughline.incident.domain.IncidentNote;
import io.throughline.incident.domain.IncidentRepository;
import io.throughline.incident.domain.SupportAttempt;
import io.throughline.incident.domain.Urgency;
import io.throughline.incident.domain.Visibility;
import io.throughline.incident.domain.symptom.FrontDoorProbe;
import io.throughline.incident.domain.symptom.SymptomCheck;
import io.throughline.incident.service.IncidentCommands;
import io.throughline.incident.service.IncidentService;
import io.throughline.incident.service.IncidentView;
import io.throughline.kernel.domain.AuditedPart;
import io.throughline.kernel.domain.Deed;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.procedure.domain.Probe;
import io.throughline.procedure.service.ProcedureCommand;
import io.throughline.procedure.service.ProcedureService;
import io.throughline.release.domain.ReleaseTest;
import io.throughline.release.service.ReleaseView;
import io.throughline.verification.fixture.CartRelease;
import io.throughline.verification.fixture.Fleet;
import io.throughline.verification.fixture.Sessions;
import io.throughline.verification.harness.InContainer;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.UserTransaction;
import java.lang.reflect.Method;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** What belongs to a record cannot be changed past it: the record must have a new audit record in the same transaction. */
class AuditedPartsIT extends InContainer {

    private static final Deed DEED =
            new Deed(Sessions.ADMINISTRATOR, Instant.now(Clock.systemUTC()), "past the record");

    @Inject
    private EntityManager entities;

    @Resource
    private UserTransaction transaction;

    @Inject
    private Fleet fleet;

    @Inject
    private CartRelease cart;

    @EJB
    private AuditTrail trail;

    @EJB
    private ChangeService changes;

    @EJB
    private CoordinationService coordination;

    @EJB
    private DeploymentPlanning planning;

    @EJB
    private TargetService targets;

    @EJB
    private IncidentService incidents;

    @Inject
    private IncidentRepository incidentFile;

    @EJB
    private ProcedureService procedures;

    /** A verb of a part, by the name that its record calls it, and what that is given. */
    private record Verb(String name, Object... given) {

        void on(Object part) throws ReflectiveOperationException {
            Method method = Arrays.stream(part.getClass().getDeclaredMethods())
                    .filter(one -> one.getName().equals(name) && one.getParameterCount() == given.length)
                    .findFirst()
                    .orElseThrow();
            method.setAccessible(true);
            method.invoke(part, given);
        }
    }

    @Test
    void nothingThatBelongsToARecordIsChangedOrTakenAwayPastIt() throws Exception {
        CartRelease.Staff staff = cart.staff();
        changeAndRolloutWithTheirParts(staff);
        incidentWithItsParts();
        procedureWithAProbe();

        Map<Class<? extends AuditedPart>, Verb> kinds = new LinkedHashMap<>();
        kinds.put(Assessment.class, new Verb("ask", "PER-000001"));
        kinds.put(Authorization.class, new Verb("withdraw", DEED));
        kinds.put(AuthorizedServer.class, new Verb("result", ServerResult.DONE));
        kinds.put(ChangeTask.class, new Verb("complete", "done", DEED));
        kinds.put(Exclusion.class, new Verb("approve", DEED));
        kinds.put(Wave.class, new Verb("move", WaveState.Verb.BEGIN, DEED.at()));
        // these have no verbs: they are written once
        List.of(IncidentNote.class, SupportAttempt.class, SymptomCheck.class, Probe.class, ReleaseTest.class)
                .forEach(kind -> kinds.put(kind, null));

        for (Map.Entry<Class<? extends AuditedPart>, Verb> kind : kinds.entrySet()) {
            if (kind.getValue() != null) {
                assertRefused(kind.getKey(), kind.getValue()::on);
            }
            assertRefused(kind.getKey(), entities::remove);
        }
    }

    private interface Deal {
        void with(Object part) throws Exception;
    }

    private void assertRefused(Class<? extends AuditedPart> kind, Deal deal) throws Exception {
        transaction.begin();
        try {
            AuditedPart newest = entities.createQuery(
                            "SELECT p FROM %s p ORDER BY p.id DESC".formatted(kind.getSimpleName()), kind)
                    .setMaxResults(1)
                    .getSingleResult();
            deal.with(newest);
            assertThatThrownBy(entities::flush)
                    .as(kind.getSimpleName())
                    .isInstanceOf(UnauditedChange.class)
                    .hasMessageContaining(kind.getSimpleName());
        } finally {
            transaction.rollback();
        }
    }

    private void changeAndRolloutWithTheirParts(CartRelease.Staff staff) throws Exception {
        String service = fleet.service();
        String server = fleet.server("4.2.7", service).number();
        ReleaseView accepted = cart.accepted(staff, service, CartRelease.idle());
        RecordNumber change = RecordNumber.parse(accepted.change());
        long version = as(staff.manager(), () -> changes.get(change)).version();
        as(
                staff.manager(),
                () -> coordination.addTask(change, version, new ChangeCommands.Task("Tell the shops", null)));
        PlanRequest plan = new PlanRequest(
                List.of(new WaveRequest("all", null, 100, null, null, null, null, null, null)),
                4,
                null,
                null,
                null,
                null);
        DeploymentView planned =
                as(staff.owner(), () -> planning.plan(new DeploymentCommands.Plan(accepted.number(), plan)));
        RecordNumber deployment = RecordNumber.parse(planned.number());
        DeploymentView confirmed = as(staff.manager(), () -> planning.confirm(deployment, planned.version()));
        as(
                staff.specialist(),
                () -> targets.exclude(
                        deployment,
                        confirmed.version(),
                        new DeploymentCommands.Exclude(server, "is taken away tonight")));
    }

    private void incidentWithItsParts() throws Exception {
        PersonView owner = cart.person(Role.INCIDENT_OWNER);
        IncidentView logged =
                as(owner, () -> incidents.log(new IncidentCommands.Log("It is slow", "slow", null, null)));
        RecordNumber number = RecordNumber.parse(logged.number());
        as(
                owner,
                () -> incidents.classify(
                        number,
                        logged.version(),
                        new IncidentCommands.Classify(Impact.LOW, Urgency.LOW, "performance")));
        transaction.begin();
        Incident incident = incidentFile.require(number);
        as(
                owner,
                () -> trail.change(incident, AuditEntry.of("incident.try"), deed -> {
                    // an entity manager looks for its unit in the module of the bean that uses it first: here
                    // AuditTrail's
                    entities.contains(incident);
                    incident.support("Asked to wait", false, deed);
                    incident.note("It is slow", Visibility.INTERNAL, deed);
                    incident.checkSymptom(
                            new FrontDoorProbe.Door("http://127.0.0.1:9/", 200, 1, 100),
                            new FrontDoorProbe.Reading(1, 0, "nobody answers"),
                            deed);
                }));
        transaction.commit();
    }

    private void procedureWithAProbe() throws Exception {
        PersonView analyst = cart.person(Role.INCIDENT_ANALYST);
        as(
                analyst,
                () -> procedures.write(new ProcedureCommand(
                        "look " + Fleet.unique(),
                        null,
                        List.of(new ProcedureCommand.Probe("level", "cat level", List.of(), List.of(), true)))));
    }

    private static <T> T as(PersonView person, Callable<T> work) throws Exception {
        return Sessions.as(person.number(), work);
    }
}
