package io.throughline.batch.rollout;

import io.throughline.batch.connector.HostTarget;
import io.throughline.batch.connector.runner.HostOutcome;
import io.throughline.batch.connector.runner.HostRunner;
import io.throughline.batch.connector.runner.PackageOrder;
import io.throughline.batch.connector.runner.RunnerReport;
import io.throughline.deployment.domain.target.Claim;
import io.throughline.deployment.domain.target.Outcome;
import io.throughline.deployment.domain.target.TargetAction;
import io.throughline.deployment.domain.target.TargetState;
import io.throughline.kernel.domain.Times;
import io.throughline.release.domain.packaging.PackageArchive;
import io.throughline.release.domain.packaging.PackageManifest;
import io.throughline.release.domain.packaging.PackageStep;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Installs, verifies and rolls back one package on the hosts of a deployment. */
final class PackageWork implements HostWork {

    /** A host in doubt that cannot be reached is asked again: giving up needs a person. */
    private static final List<Duration> VERIFY_AGAIN_AFTER = List.of(Duration.ofSeconds(3), Duration.ofSeconds(10));

    private final HostRunner runner;
    private final PackageArchive archive;
    private final String reference;
    private final Function<Collection<String>, Map<String, HostTarget>> logins;
    private final Clock clock;
    private final Outcomes outcomes;
    private final Map<String, HostTarget> known = new ConcurrentHashMap<>();

    /**
     * @param reference for what the hosts are changed: one reference never installs twice on a host
     * @param logins how to reach servers, by number; those that cannot be reached at all are left out
     */
    PackageWork(
            HostRunner runner,
            PackageArchive archive,
            String reference,
            Function<Collection<String>, Map<String, HostTarget>> logins,
            Clock clock) {
        this.runner = runner;
        this.archive = archive;
        this.reference = reference;
        this.logins = logins;
        this.clock = clock;
        this.outcomes = new Outcomes(archive.digest());
    }

    @Override
    public void prepare(List<Claim> claims) {
        known.putAll(logins.apply(claims.stream().map(Claim::server).toList()));
    }

    @Override
    public CompletableFuture<Outcome> begin(Claim claim) {
        HostTarget host = known.get(claim.server());
        if (host == null) {
            return CompletableFuture.completedFuture(withoutAddress(claim));
        }
        PackageOrder order = new PackageOrder(archive, Map.of(), claim.token(), reference);
        return report(claim, host, order).thenApply(report -> outcomes.of(claim, report, Times.now(clock)));
    }

    private CompletableFuture<RunnerReport> report(Claim claim, HostTarget host, PackageOrder order) {
        return switch (claim.action()) {
            case INSTALL -> runner.install(host, claim.retry() ? order.asRetry() : order);
            case ROLLBACK -> runner.rollback(host, order);
            case VERIFY -> verify(host, order.waiting(longestStraggler()), 0);
        };
    }

    private CompletableFuture<RunnerReport> verify(HostTarget host, PackageOrder order, int attempt) {
        return runner.verify(host, order).thenCompose(report -> {
            if (report.outcome() != HostOutcome.UNREACHABLE || attempt == VERIFY_AGAIN_AFTER.size()) {
                return CompletableFuture.completedFuture(report);
            }
            var later = CompletableFuture.delayedExecutor(
                    VERIFY_AGAIN_AFTER.get(attempt).toMillis(), TimeUnit.MILLISECONDS);
            return CompletableFuture.supplyAsync(() -> verify(host, order, attempt + 1), later)
                    .thenCompose(again -> again);
        });
    }

    /** How long an order that lost its client may still be at work on a host: its own time limits end it. */
    private Duration longestStraggler() {
        PackageManifest manifest = archive.manifest();
        Duration change = manifest.limit(PackageStep.INSTALL);
        Duration back = manifest.limit(PackageStep.ROLLBACK);
        return (change.compareTo(back) > 0 ? change : back)
                .plus(manifest.limit(PackageStep.VERIFY))
                .plus(manifest.limit(PackageStep.LEVEL));
    }

    private Outcome withoutAddress(Claim claim) {
        TargetState state = claim.action() == TargetAction.VERIFY ? TargetState.IN_DOUBT : TargetState.UNREACHABLE;
        return new Outcome(
                claim,
                state,
                false,
                null,
                null,
                null,
                "no-address",
                "The record of the server does not say how to reach it.",
                List.of());
    }
}
