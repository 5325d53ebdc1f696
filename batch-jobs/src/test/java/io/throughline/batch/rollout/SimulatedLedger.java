package io.throughline.batch.rollout;

import io.throughline.deployment.domain.DeploymentOrigin;
import io.throughline.deployment.domain.DeploymentState;
import io.throughline.deployment.domain.target.Claim;
import io.throughline.deployment.domain.target.Outcome;
import io.throughline.deployment.domain.target.TargetAction;
import io.throughline.deployment.domain.target.TargetCourse;
import io.throughline.deployment.domain.target.TargetState;
import io.throughline.deployment.service.RolloutStanding;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The ledger's rules in memory: waves in order, tokens that rise, answers that count only under their own token. */
final class SimulatedLedger {

    private static final class Row {
        private final String server;
        private final int wave;
        private TargetState state = TargetState.PENDING;
        private TargetAction next = TargetAction.INSTALL;
        private TargetAction doubt;
        private boolean ownerDied;
        private long token;
        private String owner;

        Row(String server, int wave) {
            this.server = server;
            this.wave = wave;
        }
    }

    private final TreeMap<Integer, Row> rows = new TreeMap<>();
    private final List<String> started = new ArrayList<>();
    private final int parallel;
    private final int mostFailing;
    private DeploymentState state = DeploymentState.RUNNING;
    private long tokens;
    private int late;

    /**
     * @param waves how many servers each wave has
     */
    SimulatedLedger(int parallel, int mostFailing, int... waves) {
        this.parallel = parallel;
        this.mostFailing = mostFailing;
        int position = 0;
        for (int wave = 1; wave <= waves.length; wave++) {
            for (int server = 0; server < waves[wave - 1]; server++) {
                position++;
                rows.put(position, new Row("SRV-%06d".formatted(position), wave));
            }
        }
    }

    synchronized List<String> servers() {
        return rows.values().stream().map(row -> row.server).toList();
    }

    synchronized List<String> serversOf(int wave) {
        return rows.values().stream()
                .filter(row -> row.wave == wave)
                .map(row -> row.server)
                .toList();
    }

    synchronized List<TargetState> states() {
        return rows.values().stream().map(row -> row.state).toList();
    }

    /** Servers in the order in which their intents were stored. */
    synchronized List<String> started() {
        return List.copyOf(started);
    }

    synchronized void pause() {
        state = DeploymentState.PAUSED;
    }

    synchronized DeploymentState state() {
        return state;
    }

    synchronized int late() {
        return late;
    }

    Ledger as(String owner) {
        return new Ledger() {

            @Override
            public List<Claim> claim(int limit) {
                return claimFor(owner, limit);
            }

            @Override
            public List<Claim> intend(List<Claim> claims) {
                return intendFor(claims);
            }

            @Override
            public void giveBack(List<Claim> claims) {
                giveBackFor(claims);
            }

            @Override
            public void record(List<Outcome> outcomes) {
                recordFor(outcomes);
            }

            @Override
            public RolloutStanding advance() {
                return advanceAll();
            }

            @Override
            public Set<String> owners() {
                return ownersNow();
            }

            @Override
            public int takeOver(String deadOwner) {
                return takeOverFrom(deadOwner);
            }
        };
    }

    private synchronized List<Claim> claimFor(String owner, int limit) {
        int wave = rows.values().stream()
                .filter(row -> row.next != null || row.owner != null)
                .mapToInt(row -> row.wave)
                .min()
                .orElse(0);
        return rows.entrySet().stream()
                .filter(entry -> entry.getValue().wave == wave
                        && startable(entry.getValue().next)
                        && entry.getValue().owner == null)
                .limit(limit)
                .map(entry -> claimed(entry.getKey(), entry.getValue(), owner))
                .toList();
    }

    private boolean startable(TargetAction action) {
        return switch (state) {
            case RUNNING -> action != null;
            case PAUSED -> action == TargetAction.VERIFY;
            default -> false;
        };
    }

    private Claim claimed(int position, Row row, String owner) {
        TargetState from = row.state;
        row.state = TargetState.CLAIMED;
        row.owner = owner;
        row.token = ++tokens;
        TargetAction doubted = row.next == TargetAction.VERIFY ? row.doubt : null;
        return new Claim(
                "DEP-000001",
                position,
                row.wave,
                row.server,
                row.token,
                row.next,
                doubted,
                false,
                from,
                false,
                null,
                owner);
    }

    private synchronized List<Claim> intendFor(List<Claim> claims) {
        List<Claim> stored = claims.stream()
                .filter(claim -> startable(claim.action()) && holds(claim, TargetState.CLAIMED))
                .toList();
        stored.forEach(claim -> {
            rows.get(claim.position()).state = TargetState.INTENDED;
            started.add(claim.server());
        });
        giveBackFor(claims);
        return stored;
    }

    private synchronized void giveBackFor(List<Claim> claims) {
        claims.stream().filter(claim -> holds(claim, TargetState.CLAIMED)).forEach(claim -> {
            Row row = rows.get(claim.position());
            row.state = claim.from();
            row.owner = null;
        });
    }

    private synchronized void recordFor(List<Outcome> outcomes) {
        for (Outcome outcome : outcomes) {
            Claim claim = outcome.claim();
            if (!holds(claim, TargetState.INTENDED)) {
                late++;
                continue;
            }
            Row row = rows.get(claim.position());
            row.state = outcome.state();
            row.owner = null;
            row.ownerDied = false;
            row.doubt = claim.action() == TargetAction.VERIFY ? claim.doubt() : claim.action();
            row.next = TargetCourse.next(TargetAction.INSTALL, outcome).orElse(null);
        }
    }

    private boolean holds(Claim claim, TargetState expected) {
        Row row = rows.get(claim.position());
        return row.token == claim.token() && row.state == expected;
    }

    private synchronized RolloutStanding advanceAll() {
        long failing = rows.values().stream()
                .filter(row -> TargetState.FAILING.contains(row.state) && !row.ownerDied)
                .count();
        long inFlight = rows.values().stream().filter(row -> row.owner != null).count();
        boolean through = rows.values().stream().allMatch(row -> row.next == null && row.owner == null);
        if (state == DeploymentState.RUNNING && failing > mostFailing) {
            state = DeploymentState.PAUSED;
        } else if (state == DeploymentState.RUNNING && through) {
            state = DeploymentState.IMPLEMENTED;
        }
        boolean mayStart = state.isActive() || rows.values().stream().anyMatch(row -> startable(row.next));
        return new RolloutStanding(
                "DEP-000001",
                new DeploymentOrigin("REL-000001", "CHG-000001", "ab".repeat(32), "cart", "4.2.8"),
                state,
                TargetAction.INSTALL,
                parallel,
                null,
                null,
                inFlight,
                mayStart,
                !mayStart && inFlight == 0,
                null,
                List.of());
    }

    private synchronized Set<String> ownersNow() {
        return rows.values().stream()
                .filter(row -> row.owner != null)
                .map(row -> row.owner)
                .collect(Collectors.toSet());
    }

    private synchronized int takeOverFrom(String deadOwner) {
        List<Row> left = rows.values().stream()
                .filter(row -> deadOwner.equals(row.owner))
                .toList();
        left.forEach(row -> {
            if (row.state == TargetState.INTENDED) {
                row.state = TargetState.IN_DOUBT;
                row.doubt = TargetAction.INSTALL;
                row.ownerDied = true;
                row.next = TargetAction.VERIFY;
            } else {
                row.state = TargetState.PENDING;
            }
            row.owner = null;
        });
        return left.size();
    }
}
