package io.throughline.batch.diagnosis;

import io.throughline.batch.connector.gateway.HostGateway;
import io.throughline.batch.connector.gateway.HostSurvey;
import io.throughline.batch.engine.ActingBatchlet;
import io.throughline.configuration.service.ServerAccess;
import io.throughline.configuration.service.ServerView;
import io.throughline.incident.domain.diagnosis.Answer;
import io.throughline.incident.service.diagnosis.DiagnosisEvidence;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.parameter.ParameterValues;
import io.throughline.operation.service.JobClaims;
import io.throughline.procedure.service.ProcedureService;
import jakarta.batch.api.BatchProperty;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Runs the probes of an approved procedure on the servers named, or on all that provide the service. Done again after a
 * crash it keeps no answer twice.
 */
@Dependent
@Named("fleetDiagnosisBatchlet")
public class FleetDiagnosisBatchlet extends ActingBatchlet {

    private static final int PARALLEL = 50;

    @Inject
    @BatchProperty
    private String incident;

    @Inject
    @BatchProperty
    private String procedure;

    @Inject
    @BatchProperty
    private String service;

    @EJB
    HostGateway gateway;

    @EJB
    ServerAccess access;

    @EJB
    JobClaims requests;

    @EJB
    ProcedureService procedures;

    @EJB
    DiagnosisEvidence evidence;

    @Override
    protected String part() {
        return "diagnosis";
    }

    @Override
    protected String work() throws InterruptedException {
        RecordNumber asked = RecordNumber.parse(incident);
        evidence.requireOpen(asked);
        var runnable = procedures.runnable(RecordNumber.parse(procedure));
        Map<String, String> told = requests.of(RecordNumber.parse(request())).parameters();
        Map<String, String> values = ParameterValues.decode(told.get("values"));
        runnable.check(values);
        List<ServerView> servers = servers(told.get("servers"));
        ProbeRound round = new ProbeRound(gateway.runner(), runnable.probes(), values, gateway::probeLogin);
        int answered = new HostSurvey<ServerView, List<Answer>>(PARALLEL, this::stopping)
                .run(
                        servers,
                        round::ask,
                        group -> evidence.record(
                                asked,
                                request(),
                                group.stream().flatMap(Collection::stream).toList()));
        return "%d servers selected, %d asked, %d probes each"
                .formatted(servers.size(), answered, runnable.probes().size());
    }

    private List<ServerView> servers(String named) {
        return named == null ? access.providing(service) : access.servers(Arrays.asList(named.split(",")));
    }
}
