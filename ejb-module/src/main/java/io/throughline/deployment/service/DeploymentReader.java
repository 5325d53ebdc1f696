package io.throughline.deployment.service;

import io.throughline.audit.service.RefusalRecorder;
import io.throughline.deployment.domain.Deployment;
import io.throughline.deployment.domain.DeploymentRepository;
import io.throughline.deployment.domain.DeploymentState;
import io.throughline.deployment.domain.ServerDirectory;
import io.throughline.deployment.domain.ServerDirectory.Standing;
import io.throughline.deployment.domain.target.Target;
import io.throughline.deployment.domain.target.TargetLedger;
import io.throughline.deployment.domain.target.TargetLedger.Filter;
import io.throughline.deployment.domain.target.TargetState;
import io.throughline.identity.domain.Right;
import io.throughline.identity.service.Authority;
import io.throughline.kernel.domain.Page;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.refusal.NotFound;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shows deployments, their waves, their servers and what was run there. */
@Stateless
@Interceptors(RefusalRecorder.class)
public class DeploymentReader {

    private static final int MOST_ANSWERED = 100;

    @Inject
    DeploymentRepository deployments;

    @Inject
    DeploymentFile file;

    @Inject
    TargetLedger ledger;

    @Inject
    RolloutOutlook outlook;

    @Inject
    ServerDirectory servers;

    @Inject
    Authority authority;

    public DeploymentView get(RecordNumber number) {
        return file.view(require(number));
    }

    /**
     * @param state null for any
     * @param change number of a change, or null for any
     */
    public Page<DeploymentView> page(DeploymentState state, String change, Long before, int size) {
        authority.require(Right.RECORD_READ);
        return deployments.page(state, change, before, size).map(file::listed);
    }

    public List<WaveView> waves(RecordNumber number) {
        Deployment deployment = require(number);
        return WaveView.of(deployment, file.tally(deployment));
    }

    /**
     * @param state null for any
     * @param wave null for any
     * @param after cursor: position of the last server of the page before; null for the first page
     */
    public Page<TargetView> targets(RecordNumber number, TargetState state, Integer wave, Long after, int size) {
        Deployment deployment = require(number);
        int from = after == null ? 0 : (int) Math.min(after, Integer.MAX_VALUE);
        List<Target> rows = ledger.page(deployment.number().sequence(), new Filter(state, wave), from, size + 1);
        Page<Target> page = Page.of(rows, size, Target::position);
        Map<String, String> names = names(page.items());
        return page.map(target -> TargetView.from(target, names.get(target.server()), null));
    }

    /** Where a rollout is: for those who watch it. */
    public RolloutProgress progress(RecordNumber number) {
        Deployment deployment = require(number);
        long id = deployment.number().sequence();
        Tally tally = file.tally(deployment);
        List<Target> running = ledger.inStates(id, TargetState.IN_FLIGHT);
        List<Target> measured = ledger.newestAnswers(id, RolloutOutlook.MEASURED);
        List<Target> answered = measured.stream()
                .filter(target -> !TargetState.IN_FLIGHT.contains(target.state()))
                .limit(MOST_ANSWERED)
                .toList();
        Map<String, String> names =
                names(Stream.concat(running.stream(), answered.stream()).toList());
        return new RolloutProgress(
                DeploymentView.from(
                        deployment, tally, file.job(deployment), outlook.of(deployment, tally, measured), null, null),
                views(running, names),
                views(answered, names),
                deployment.state().isOver() && tally.inFlight() == 0);
    }

    private static List<TargetView> views(List<Target> targets, Map<String, String> names) {
        return targets.stream()
                .map(target -> TargetView.from(target, names.get(target.server()), null))
                .toList();
    }

    private Map<String, String> names(List<Target> targets) {
        return servers.standings(targets.stream().map(Target::server).distinct().toList()).stream()
                .collect(Collectors.toMap(Standing::number, Standing::name));
    }

    /** One server with all that was run there. */
    public TargetView target(RecordNumber number, String server) {
        Deployment deployment = require(number);
        RecordNumber.parse(RecordKind.SERVER, "server", server);
        long id = deployment.number().sequence();
        Target target = ledger.find(id, server).orElseThrow(() -> new NotFound("target of " + number, server));
        String name = servers.standings(List.of(server)).stream()
                .map(Standing::name)
                .findFirst()
                .orElse(null);
        return TargetView.from(
                target,
                name,
                ledger.evidence(id, target.position()).stream()
                        .map(TargetView.Step::from)
                        .toList());
    }

    private Deployment require(RecordNumber number) {
        authority.require(Right.RECORD_READ);
        return deployments.require(number);
    }
}
