package io.throughline.change.service;

import io.throughline.audit.service.RefusalRecorder;
import io.throughline.change.domain.ChangePriority;
import io.throughline.change.domain.ChangeType;
import io.throughline.incident.service.IncidentService;
import io.throughline.incident.service.IncidentView;
import io.throughline.kernel.domain.PlainText;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.refusal.Stale;
import io.throughline.kernel.service.Commands;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Raises the change that is to settle an incident; what the diagnosis found becomes its scope. */
@Stateless
@Interceptors(RefusalRecorder.class)
public class IncidentChangeService {

    @Inject
    IncidentService incidents;

    @Inject
    ChangeService changes;

    @Inject
    ChangeScope scope;

    @Inject
    Commands commands;

    /**
     * What is asked for; what is not given comes from the incident.
     *
     * @param title the incident's when not given
     * @param reason what the diagnosis found, when not given
     * @param targets the servers that the diagnosis named and all others that provide the service and lack the wanted
     *     version, when none are named
     * @param product the diagnosis' wanted product when not given
     * @param version the diagnosis' wanted version when not given
     */
    public record Raise(
            @PlainText String title,
            @NotNull ChangeType type,
            @NotNull ChangePriority priority,
            @PlainText(max = 4000, multiline = true) String reason,
            @PlainText(max = 4000, multiline = true) String effectOfNotDoing,
            List<@NotNull String> targets,
            @PlainText(max = 120) String product,
            @PlainText(max = 120) String version,
            @PlainText(max = 4000, multiline = true) String backOutPlan,
            @PlainText(max = 4000, multiline = true) String risk,
            @PlainText(max = 4000, multiline = true) String continuityImpact,
            @PlainText(max = 4000, multiline = true) String resources,
            Instant wantedBy) {}

    /**
     * @param version of the incident, as the caller has read it
     * @return the change
     */
    public ChangeView raise(RecordNumber number, long version, Raise command) {
        commands.valid(command);
        IncidentView incident = incidents.get(number);
        if (incident.version() != version) {
            throw new Stale(number, incident.version());
        }
        return changes.raise(request(incident, command));
    }

    private ChangeCommands.Raise request(IncidentView incident, Raise command) {
        IncidentView.Found found = incident.diagnosis();
        String product = or(command.product(), found == null ? null : found.wantedProduct());
        String version = or(command.version(), found == null ? null : found.wantedVersion());
        boolean named = command.targets() != null && !command.targets().isEmpty();
        return new ChangeCommands.Raise(
                or(command.title(), incident.title()),
                command.type(),
                command.priority(),
                or(command.reason(), found == null ? null : found.finding()),
                command.effectOfNotDoing(),
                incident.service(),
                named ? command.targets() : List.copyOf(affected(incident, product, version)),
                product,
                version,
                command.backOutPlan(),
                command.risk(),
                command.continuityImpact(),
                command.resources(),
                command.wantedBy(),
                incident.number());
    }

    private Set<String> affected(IncidentView incident, String product, String version) {
        Set<String> affected = new TreeSet<>(incident.affectedServers());
        if (incident.service() != null && product != null && version != null) {
            affected.addAll(scope.lacking(
                    RecordNumber.parse(RecordKind.SERVICE, "service", incident.service()), product, version));
        }
        return affected;
    }

    private static String or(String given, String otherwise) {
        return given == null ? otherwise : given;
    }
}
