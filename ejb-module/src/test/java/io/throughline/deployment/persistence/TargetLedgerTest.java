package io.throughline.deployment.persistence;

import static io.throughline.deployment.domain.target.TargetAction.INSTALL;
import static io.throughline.deployment.domain.target.TargetAction.ROLLBACK;
import static io.throughline.deployment.domain.target.TargetAction.VERIFY;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.deployment.domain.target.Claim;
import io.throughline.deployment.domain.target.Outcome;
import io.throughline.deployment.domain.target.StepEvidence;
import io.throughline.deployment.domain.target.Target;
import io.throughline.deployment.domain.target.TargetAction;
import io.throughline.deployment.domain.target.TargetLedger;
import io.throughline.deployment.domain.target.TargetLedger.Audited;
import io.throughline.deployment.domain.target.TargetLedger.Filter;
import io.throughline.deployment.domain.target.TargetLedger.Planned;
import io.throughline.deployment.domain.target.TargetState;
import io.throughline.kernel.domain.RecordKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The ledger's own SQL, on both databases. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TargetLedgerTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00.123456Z");
    private static final int SERVERS = 40;

    private final Map<LedgerDatabase.Kind, LedgerDatabase> databases = new EnumMap<>(LedgerDatabase.Kind.class);
    private final AtomicLong tokens = new AtomicLong();
    private LedgerDatabase database;
    private long deployment;

    @AfterAll
    void drop() throws Exception {
        for (LedgerDatabase one : databases.values()) {
            one.close();
        }
    }

    private void given(LedgerDatabase.Kind kind) throws Exception {
        database = databases.computeIfAbsent(kind, LedgerDatabase::open);
        deployment = database.newDeployment();
        inTransaction(ledger -> {
            ledger.plan(
                    deployment,
                    IntStream.rangeClosed(1, SERVERS)
                            .mapToObj(i -> new Planned(i, i <= 5 ? 1 : 2, server(i), database.audit()))
                            .toList());
            return null;
        });
    }

    @ParameterizedTest
    @EnumSource(LedgerDatabase.Kind.class)
    void eachServerIsGivenToOneProcessOnlyHoweverManyAskAtOnce(LedgerDatabase.Kind kind) throws Exception {
        given(kind);
        Queue<Claim> claims = new ConcurrentLinkedQueue<>();
        int processes = 6;
        var pool = Executors.newFixedThreadPool(processes);
        try {
            List<Future<?>> work = new ArrayList<>();
            for (int p = 0; p < processes; p++) {
                String owner = "process-" + p;
                work.add(pool.submit(() -> {
                    for (int round = 0; round < 12; round++) {
                        claims.addAll(inTransaction(ledger -> claim(ledger, owner, 7, 1, 2)));
                    }
                    return null;
                }));
            }
            for (Future<?> one : work) {
                one.get();
            }
        } finally {
            pool.shutdownNow();
        }

        assertThat(claims).hasSize(SERVERS);
        assertThat(claims).extracting(Claim::server).doesNotHaveDuplicates();
        assertThat(claims).extracting(Claim::token).allMatch(token -> token > 0);
    }

    @ParameterizedTest
    @EnumSource(LedgerDatabase.Kind.class)
    void targetsAreTakenInThePlansOrderAndOnlyOfOpenWaves(LedgerDatabase.Kind kind) throws Exception {
        given(kind);

        List<Claim> claims = inTransaction(ledger -> claim(ledger, "a", 100, 1));

        assertThat(claims).extracting(Claim::position).containsExactly(1, 2, 3, 4, 5);
        assertThat(claims).allMatch(claim -> claim.action() == INSTALL && claim.from() == TargetState.PENDING);
    }

    @ParameterizedTest
    @EnumSource(LedgerDatabase.Kind.class)
    void whatIsInDoubtComesFirst(LedgerDatabase.Kind kind) throws Exception {
        given(kind);
        List<Claim> claims = intended("a", 3);
        inTransaction(ledger -> ledger.record(INSTALL, List.of(outcome(claims.get(2), TargetState.IN_DOUBT)), NOW));

        List<Claim> next = inTransaction(ledger -> claim(ledger, "a", 2, 1));

        assertThat(next).extracting(Claim::position).containsExactly(3, 4);
        assertThat(next).extracting(Claim::action).containsExactly(VERIFY, INSTALL);
    }

    @ParameterizedTest
    @EnumSource(LedgerDatabase.Kind.class)
    void aServerInHandElsewhereWaits(LedgerDatabase.Kind kind) throws Exception {
        given(kind);
        long other = database.newDeployment();
        inTransaction(ledger -> {
            ledger.plan(other, List.of(new Planned(1, 1, server(1), database.audit())));
            return null;
        });
        inTransaction(ledger -> claim(ledger, "a", 1, 1));

        List<Target> free = inTransaction(ledger -> ledger.claimable(other, EnumSet.of(INSTALL), Set.of(1), 10));

        assertThat(free).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(LedgerDatabase.Kind.class)
    void anAnswerCountsOnlyUnderTheTokenOfItsIntent(LedgerDatabase.Kind kind) throws Exception {
        given(kind);
        Claim first = intended("a", 1).get(0);
        Target seen = inTransaction(ledger -> ledger.inHandOf(deployment, "a")).get(0);
        inTransaction(ledger -> ledger.doubt(audited(seen), TargetLedger.OWNER_DIED, "gone"));
        Claim second = intended("b", 1).get(0);

        List<Outcome> late = inTransaction(ledger -> ledger.record(INSTALL, List.of(verified(first)), NOW));
        List<Outcome> right = inTransaction(ledger -> ledger.record(INSTALL, List.of(verified(second)), NOW));

        assertThat(late).isEmpty();
        assertThat(right).hasSize(1);
        assertThat(second.action()).isEqualTo(VERIFY);
        assertThat(second.doubt()).isEqualTo(INSTALL);
        assertThat(second.token()).isGreaterThan(first.token());
        assertThat(target(1).state()).isEqualTo(TargetState.VERIFIED);
    }

    @ParameterizedTest
    @EnumSource(LedgerDatabase.Kind.class)
    void anIntentIsStoredOnlyForAClaimThatStillHolds(LedgerDatabase.Kind kind) throws Exception {
        given(kind);
        List<Claim> claims = inTransaction(ledger -> claim(ledger, "a", 2, 1));
        inTransaction(ledger -> ledger.giveBack(List.of(claims.get(0))));

        List<Claim> stored = inTransaction(
                ledger -> ledger.intend(claims.stream().map(this::audited).toList(), NOW));

        assertThat(stored).containsExactly(claims.get(1));
        List<Target> inHand = inTransaction(ledger -> ledger.inHandOf(deployment, "a", List.of(1, 2, 3)));
        assertThat(inHand).extracting(Target::position).containsExactly(2);
        assertThat(target(1).state()).isEqualTo(TargetState.PENDING);
        assertThat(target(1).next()).isEqualTo(INSTALL);
        assertThat(target(2).intendedAt()).isEqualTo(NOW);
    }

    @ParameterizedTest
    @EnumSource(LedgerDatabase.Kind.class)
    void anOutcomeKeepsItsEvidence(LedgerDatabase.Kind kind) throws Exception {
        given(kind);
        Claim claim = intended("a", 1).get(0);

        inTransaction(ledger -> ledger.record(INSTALL, List.of(verified(claim)), NOW));

        List<TargetLedger.Evidence> evidence = inTransaction(ledger -> ledger.evidence(deployment, 1));
        assertThat(evidence).extracting(e -> e.evidence().command()).containsExactly("connect", "install");
        assertThat(evidence).extracting(e -> e.evidence().exit()).containsExactly(null, 0);
        assertThat(evidence.get(1).evidence().answeredAt()).isEqualTo(NOW);
        assertThat(evidence).allMatch(e -> e.digest().equals("d".repeat(64)));
        assertThat(target(1).before()).isEqualTo("4.2.7");
        assertThat(target(1).after()).isEqualTo("4.2.8");
        assertThat(target(1).touched()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(LedgerDatabase.Kind.class)
    void goingBackAsksForWhatWasTouchedAndForNothingElse(LedgerDatabase.Kind kind) throws Exception {
        given(kind);
        List<Claim> claims = intended("a", 4);
        inTransaction(ledger -> ledger.record(
                INSTALL,
                List.of(
                        verified(claims.get(0)),
                        outcome(claims.get(1), TargetState.UNREACHABLE),
                        outcome(claims.get(2), TargetState.IN_DOUBT)),
                NOW));
        inTransaction(ledger -> {
            ledger.turnBack(deployment);
            return null;
        });

        assertThat(target(1).next()).isEqualTo(ROLLBACK);
        assertThat(target(2).next()).isNull();
        assertThat(target(3).next()).isEqualTo(VERIFY);
        assertThat(target(4).next()).isNull();
        assertThat(target(5).next()).isNull();
        inTransaction(ledger -> ledger.record(ROLLBACK, List.of(verified(claims.get(3))), NOW));
        assertThat(target(4).next()).isEqualTo(ROLLBACK);
    }

    @ParameterizedTest
    @EnumSource(LedgerDatabase.Kind.class)
    void whatWasOnlyClaimedWhenTheRolloutTurnedBackWaitsForWhatGoingBackAsksOfIt(LedgerDatabase.Kind kind)
            throws Exception {
        given(kind);
        List<Claim> claims = intended("a", 3);
        inTransaction(ledger -> ledger.record(
                INSTALL,
                List.of(
                        outcome(claims.get(0), TargetState.IN_DOUBT),
                        verified(claims.get(1)),
                        outcome(claims.get(2), TargetState.UNREACHABLE)),
                NOW));
        for (int retried = 2; retried <= 3; retried++) {
            Target failed = target(retried);
            inTransaction(ledger ->
                    ledger.move(audited(failed), TargetState.PENDING, INSTALL, TargetLedger.RETRIED, "once more"));
        }
        List<Claim> claimed = inTransaction(ledger -> claim(ledger, "a", 5, 1));
        inTransaction(ledger -> {
            ledger.turnBack(deployment);
            return null;
        });

        inTransaction(ledger -> ledger.giveBack(claimed));

        assertThat(claimed).hasSize(5);
        assertThat(target(1).next()).as("in doubt").isEqualTo(VERIFY);
        assertThat(target(2).next()).as("touched before it was retried").isEqualTo(ROLLBACK);
        assertThat(target(3).next()).as("never touched").isNull();
        assertThat(target(5).next()).as("never tried").isNull();
        assertThat(target(5).state()).isEqualTo(TargetState.PENDING);
        List<Claim> back = intended("a", 5);
        assertThat(back).extracting(Claim::action).containsExactly(VERIFY, ROLLBACK);
    }

    @ParameterizedTest
    @EnumSource(LedgerDatabase.Kind.class)
    void aRollbackThatIsGivenBackIsStillToBeDone(LedgerDatabase.Kind kind) throws Exception {
        given(kind);
        Claim installed = intended("a", 1).get(0);
        inTransaction(ledger -> ledger.record(INSTALL, List.of(verified(installed)), NOW));
        inTransaction(ledger -> {
            ledger.turnBack(deployment);
            return null;
        });
        List<Claim> claimed = inTransaction(ledger -> claim(ledger, "a", 5, 1));

        inTransaction(ledger -> ledger.giveBack(claimed));

        assertThat(claimed).extracting(Claim::action).containsExactly(ROLLBACK);
        assertThat(target(1).state()).isEqualTo(TargetState.VERIFIED);
        assertThat(target(1).next()).isEqualTo(ROLLBACK);
    }

    @ParameterizedTest
    @EnumSource(LedgerDatabase.Kind.class)
    void countsTellWhatFailsWaitsAndIsTouched(LedgerDatabase.Kind kind) throws Exception {
        given(kind);
        List<Claim> claims = intended("a", 4);
        inTransaction(ledger -> ledger.record(
                INSTALL,
                List.of(
                        verified(claims.get(0)),
                        outcome(claims.get(1), TargetState.UNREACHABLE),
                        outcome(claims.get(2), TargetState.IN_DOUBT)),
                NOW));
        Target inHand =
                inTransaction(ledger -> ledger.inHandOf(deployment, "a")).get(0);
        inTransaction(ledger -> ledger.doubt(audited(inHand), TargetLedger.OWNER_DIED, "gone"));

        List<TargetLedger.Count> counts = inTransaction(ledger -> ledger.counts(deployment)).stream()
                .filter(count -> count.wave() == 1)
                .toList();

        assertThat(counts.stream().mapToLong(TargetLedger.Count::failing).sum())
                .as("unreachable and in doubt fail; what a dead process left in doubt does not, until verified")
                .isEqualTo(2);
        Map<Integer, Long> failing = inTransaction(ledger -> ledger.failing(deployment));
        assertThat(failing).isEqualTo(Map.of(1, 2L));
        assertThat(counts.stream().mapToLong(TargetLedger.Count::touched).sum()).isEqualTo(3);
        assertThat(counts.stream().mapToLong(TargetLedger.Count::waiting).sum()).isEqualTo(3);
        assertThat(counts.stream().mapToLong(TargetLedger.Count::missing).sum()).isEqualTo(4);
    }

    @ParameterizedTest
    @EnumSource(LedgerDatabase.Kind.class)
    void aServerIsDownUntilALaterRolloutHasBroughtItToAKnownLevel(LedgerDatabase.Kind kind) throws Exception {
        given(kind);
        List<Claim> claims = intended("a", 3);
        inTransaction(ledger -> ledger.record(
                INSTALL, List.of(outcome(claims.get(0), TargetState.FAILED), verified(claims.get(1))), NOW));
        assertThat(inTransaction(TargetLedger::down))
                .containsEntry(server(1), TargetState.FAILED)
                .containsEntry(server(3), TargetState.INTENDED)
                .doesNotContainKey(server(2));
        String broken = server(1);
        deployment = database.newDeployment();
        inTransaction(ledger -> {
            ledger.plan(deployment, List.of(new Planned(1, 1, broken, database.audit())));
            return null;
        });

        Claim repair = intended("a", 1).get(0);
        inTransaction(ledger -> ledger.record(INSTALL, List.of(verified(repair)), NOW));

        assertThat(inTransaction(TargetLedger::down)).doesNotContainKey(broken);
    }

    @ParameterizedTest
    @EnumSource(LedgerDatabase.Kind.class)
    void pagesAreNarrowedToAStateAndAWave(LedgerDatabase.Kind kind) throws Exception {
        given(kind);
        intended("a", 2);

        List<Target> intended =
                inTransaction(ledger -> ledger.page(deployment, new Filter(TargetState.INTENDED, 1), 1, 10));
        List<Target> second = inTransaction(ledger -> ledger.page(deployment, new Filter(null, 2), 10, 3));

        assertThat(intended).extracting(Target::position).containsExactly(2);
        assertThat(second).extracting(Target::position).containsExactly(11, 12, 13);
        Set<String> owners = inTransaction(ledger -> ledger.owners(deployment));
        assertThat(owners).containsExactly("a");
    }

    private List<Claim> intended(String owner, int count) throws Exception {
        return inTransaction(ledger -> ledger.intend(
                claim(ledger, owner, count, 1).stream().map(this::audited).toList(), NOW));
    }

    private List<Claim> claim(TargetLedger ledger, String owner, int limit, Integer... waves) {
        List<Target> seen = ledger.claimable(deployment, EnumSet.allOf(TargetAction.class), Set.of(waves), limit);
        return ledger.claim(
                RecordKind.DEPLOYMENT.number(deployment).toString(), seen, tokens.incrementAndGet(), owner, NOW);
    }

    private Audited<Outcome> verified(Claim claim) {
        return audited(new Outcome(
                claim,
                TargetState.VERIFIED,
                true,
                "4.2.7",
                "4.2.8",
                "d".repeat(64),
                null,
                null,
                List.of(
                        new StepEvidence("connect", null, "", 12, NOW),
                        new StepEvidence("install", 0, "installed\n", 340, NOW))));
    }

    private Audited<Outcome> outcome(Claim claim, TargetState state) {
        return audited(new Outcome(claim, state, false, null, null, null, "some-reason", "Some reason.", List.of()));
    }

    private <T> Audited<T> audited(T what) {
        return new Audited<>(what, database.audit());
    }

    private Target target(int position) throws Exception {
        return inTransaction(ledger -> ledger.find(deployment, server(position)))
                .orElseThrow();
    }

    private String server(int position) {
        return RecordKind.SERVER.number(deployment * 1000 + position).toString();
    }

    private <T> T inTransaction(Function<TargetLedger, T> work) throws SQLException {
        try (Connection connection = database.connection()) {
            connection.setAutoCommit(false);
            T result = work.apply(new JdbcTargetLedger(() -> connection));
            connection.commit();
            return result;
        }
    }
}
