package io.throughline.incident.service.diagnosis;

import io.throughline.audit.service.AuditEntry;
import io.throughline.audit.service.AuditTrail;
import io.throughline.audit.service.RefusalRecorder;
import io.throughline.configuration.service.ServerService;
import io.throughline.identity.domain.Right;
import io.throughline.identity.service.Authority;
import io.throughline.incident.domain.Incident;
import io.throughline.incident.domain.IncidentRepository;
import io.throughline.incident.domain.IncidentState;
import io.throughline.incident.domain.IncidentVerb;
import io.throughline.kernel.activity.Activity;
import io.throughline.kernel.domain.PlainText;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.parameter.ParameterValues;
import io.throughline.kernel.domain.refusal.Conflict;
import io.throughline.kernel.domain.refusal.Invalid;
import io.throughline.kernel.service.Commands;
import io.throughline.operation.service.JobRequests;
import io.throughline.procedure.service.ProcedureService;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Has an approved procedure's probes run on servers, for an incident in diagnosis. */
@Stateless
@Interceptors(RefusalRecorder.class)
public class DiagnosisJobs {

    @Inject
    IncidentRepository incidents;

    @Inject
    ProcedureService procedures;

    @Inject
    ServerService servers;

    @Inject
    JobRequests jobs;

    @Inject
    Authority authority;

    @Inject
    AuditTrail trail;

    @Inject
    Commands commands;

    /**
     * @param procedure number of an approved procedure
     * @param servers numbers of the servers to ask; null to ask those that provide the service
     * @param service number of the service whose servers are asked; the incident's own when not given
     * @param parameters values for the procedure's probes, by name; defaults count for what is not given
     */
    public record Ask(
            @NotNull @PlainText(max = 24) String procedure,

            @Size(min = 1, max = 2000, message = "must list {min} to {max} servers")
            List<@NotNull String> servers,

            @PlainText(max = 24) String service,

            @Size(max = 50, message = "must hold at most {max} values")
            Map<@NotNull String, @NotNull String> parameters) {}

    /** What was started. */
    public record Asked(String job, String incident) {}

    /**
     * @throws Conflict when the procedure is not approved, the incident is not in diagnosis, or it is being asked already
     */
    public Asked request(RecordNumber number, Ask command) {
        authority.require(Right.INCIDENT_DIAGNOSE);
        commands.valid(command);
        RecordNumber procedure = RecordNumber.parse(RecordKind.PROCEDURE, "procedure", command.procedure());
        Incident incident = incidents.require(number);
        IncidentState.table().require(number, incident.state(), IncidentVerb.RECORD_ANSWERS);
        Map<String, String> values = command.parameters() == null ? Map.of() : command.parameters();
        procedures.runnable(procedure).check(values);
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("incident", number.toString());
        parameters.put("procedure", procedure.toString());
        parameters.putAll(scope(incident, command));
        if (!values.isEmpty()) {
            parameters.put("values", ParameterValues.encode(values));
        }
        trail.note(AuditEntry.of("incident.askServers")
                .by(Right.INCIDENT_DIAGNOSE)
                .on(number)
                .performing(Activity.INVESTIGATE_AND_DIAGNOSE));
        return new Asked(jobs.request("fleet-diagnosis", parameters), number.toString());
    }

    private Map<String, String> scope(Incident incident, Ask command) {
        if (command.servers() != null) {
            return Map.of("servers", String.join(",", known(command.servers())));
        }
        String service = command.service() == null ? incident.origin().service() : command.service();
        if (service == null) {
            throw Invalid.field("service", "or servers must be given: the incident names no service");
        }
        RecordNumber number = RecordNumber.parse(RecordKind.SERVICE, "service", service);
        if (servers.providing(number).isEmpty()) {
            throw Invalid.field("service", "must be a service that servers provide");
        }
        return Map.of("service", number.toString());
    }

    private TreeSet<String> known(List<String> given) {
        List<RecordNumber> numbers = given.stream()
                .map(server -> RecordNumber.parse(RecordKind.SERVER, "servers", server))
                .toList();
        TreeSet<String> known = new TreeSet<>();
        servers.all(numbers).forEach(server -> known.add(server.number()));
        numbers.forEach(number -> {
            if (!known.contains(number.toString())) {
                throw Invalid.field("servers", "must name known servers; " + number + " is none");
            }
        });
        return known;
    }
}
