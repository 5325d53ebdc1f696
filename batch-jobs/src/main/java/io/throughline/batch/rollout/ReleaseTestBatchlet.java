package io.throughline.batch.rollout;

import io.throughline.batch.connector.HostTarget;
import io.throughline.batch.connector.gateway.HostGateway;
import io.throughline.batch.connector.runner.PackageOrder;
import io.throughline.batch.engine.ActingBatchlet;
import io.throughline.configuration.service.ServerAccess;
import io.throughline.kernel.domain.refusal.Conflict;
import io.throughline.release.domain.TestResult;
import io.throughline.release.domain.packaging.PackageArchive;
import io.throughline.release.service.PackageService;
import io.throughline.release.service.ReleaseTesting;
import io.throughline.release.service.TestOrder;
import jakarta.batch.api.BatchProperty;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Tries a release and its way back on a test server, and records what was seen. */
@Dependent
@Named("releaseTestBatchlet")
public class ReleaseTestBatchlet extends ActingBatchlet {

    @Inject
    @BatchProperty
    private String release;

    @Inject
    @BatchProperty
    private String server;

    @EJB
    ReleaseTesting testing;

    @EJB
    HostGateway gateway;

    @EJB
    ServerAccess access;

    @EJB
    PackageService packages;

    @Inject
    Clock clock;

    @Override
    protected String part() {
        return "rollout";
    }

    @Override
    protected String work() {
        TestOrder order = testing.order(release);
        PackageArchive archive = packages.open(order.packageDigest());
        // the job's own number: after a crash the same job finds its own installation on the host again
        PackageOrder tried = new PackageOrder(archive, Map.of(), order.token(), release + "-" + request());
        List<TestResult.Step> steps = new ReleaseTrial(gateway.runner(), testServer(), archive, tried, clock).run();
        TestResult result = new TestResult(order.packageDigest(), server, request(), steps);
        testing.recordTest(release, result);
        return result.passed()
                ? "install and way back work"
                : "did not pass: " + steps.get(steps.size() - 1).part();
    }

    private HostTarget testServer() {
        return access.servers(List.of(server)).stream()
                .filter(known -> known.testServer())
                .findFirst()
                .flatMap(gateway::deployLogin)
                .orElseThrow(() -> new Conflict(
                        "no-test-server",
                        server + " is no test server that can be reached.",
                        Map.of("server", server)));
    }
}
