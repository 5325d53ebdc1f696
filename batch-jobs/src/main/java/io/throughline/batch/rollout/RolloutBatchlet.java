package io.throughline.batch.rollout;

import io.throughline.batch.connector.HostTarget;
import io.throughline.batch.connector.gateway.HostGateway;
import io.throughline.batch.engine.ActingBatchlet;
import io.throughline.configuration.service.ServerAccess;
import io.throughline.deployment.service.OutcomeRecorder;
import io.throughline.deployment.service.RolloutCourse;
import io.throughline.deployment.service.RolloutLedger;
import io.throughline.operation.service.NodeLife;
import io.throughline.release.domain.packaging.PackageArchive;
import io.throughline.release.service.PackageService;
import jakarta.batch.api.BatchProperty;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Coordinates one deployment on this node until nothing is left that could be done without a person. */
@Dependent
@Named("rolloutBatchlet")
public class RolloutBatchlet extends ActingBatchlet {

    @Inject
    @BatchProperty
    private String deployment;

    @EJB
    RolloutLedger ledger;

    @EJB
    OutcomeRecorder recorder;

    @EJB
    RolloutCourse course;

    @EJB
    NodeLife life;

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
    protected String work() throws InterruptedException {
        String digest = course.standing(deployment).origin().packageDigest();
        PackageArchive archive = packages.open(digest);
        HostWork work = new PackageWork(gateway.runner(), archive, deployment, this::logins, clock);
        Incarnation self = new Incarnation(life);
        return new RolloutCoordinator(
                        Ledger.of(deployment, self.self(), ledger, recorder, course), work, self, this::stopping)
                .run();
    }

    private Map<String, HostTarget> logins(Collection<String> servers) {
        Map<String, HostTarget> logins = new HashMap<>();
        access.servers(servers)
                .forEach(server -> gateway.deployLogin(server).ifPresent(host -> logins.put(server.number(), host)));
        return logins;
    }

    /** This process as it was when the job began; when others take it for dead it stays dead, whatever it calls itself. */
    private record Incarnation(NodeLife life, String self) implements RolloutCoordinator.Owners {

        Incarnation(NodeLife life) {
            this(life, life.incarnation());
        }

        @Override
        public boolean alive(String incarnation) {
            return life.alive(incarnation);
        }

        @Override
        public boolean mayStartHosts() {
            return self.equals(life.incarnation()) && life.mayStartHosts();
        }
    }
}
