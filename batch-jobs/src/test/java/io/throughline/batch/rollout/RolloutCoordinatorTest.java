package io.throughline.batch.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.throughline.deployment.domain.DeploymentState;
import io.throughline.deployment.domain.target.Claim;
import io.throughline.deployment.domain.target.Outcome;
import io.throughline.deployment.domain.target.TargetState;
import io.throughline.deployment.service.RolloutStanding;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The coordinator against a ledger and hosts in memory; a crash is an error that nothing catches. */
@Timeout(60)
class RolloutCoordinatorTest {

    private static final int HOST_MILLIS = 15;

    private final SimulatedFleet fleet = new SimulatedFleet(HOST_MILLIS);
    private final Set<String> living = new HashSet<>(Set.of("boot-1"));
    private final AtomicBoolean mayStart = new AtomicBoolean(true);
    private final AtomicBoolean stopping = new AtomicBoolean();

    @AfterEach
    void end() {
        fleet.close();
    }

    @Test
    void everyServerIsChangedOnceAndNeverMoreAtATimeThanThePlanSays() throws Exception {
        SimulatedLedger ledger = new SimulatedLedger(8, 0, 3, 60);
        run(ledger.as("boot-1"), "boot-1");
        assertEveryServerOnce(ledger);
        assertThat(ledger.state()).isEqualTo(DeploymentState.IMPLEMENTED);
        assertThat(fleet.mostAtWork()).isBetween(2, 8);
    }

    @Test
    void noServerOfAWaveBeginsBeforeTheWaveBeforeIsThrough() throws Exception {
        SimulatedLedger ledger = new SimulatedLedger(20, 0, 2, 10, 10);
        run(ledger.as("boot-1"), "boot-1");
        assertThat(ledger.started().subList(0, 2)).containsExactlyInAnyOrderElementsOf(ledger.serversOf(1));
        assertThat(ledger.started().subList(2, 12)).containsExactlyInAnyOrderElementsOf(ledger.serversOf(2));
    }

    @Test
    void tooManyFailuresStopItWithinTheHostsInFlight() throws Exception {
        SimulatedLedger ledger = new SimulatedLedger(4, 1, 2, 40);
        ledger.serversOf(2).forEach(fleet::fail);
        run(ledger.as("boot-1"), "boot-1");
        assertThat(ledger.state()).isEqualTo(DeploymentState.PAUSED);
        assertThat(ledger.started()).hasSizeLessThanOrEqualTo(2 + 4 + 4);
        assertThat(fleet.atWork()).isZero();
    }

    @Test
    void aLostAnswerIsVerifiedAndTheServerIsNotInstalledAgain() throws Exception {
        SimulatedLedger ledger = new SimulatedLedger(4, 1, 6);
        fleet.muteInstalls("SRV-000002");
        run(ledger.as("boot-1"), "boot-1");
        assertEveryServerOnce(ledger);
        assertThat(ledger.started()).filteredOn("SRV-000002"::equals).hasSize(2);
    }

    @Test
    void aMuteHostThatStopsItIsVerifiedBeforeTheJobEnds() throws Exception {
        SimulatedLedger ledger = new SimulatedLedger(4, 0, 40);
        fleet.muteInstalls("SRV-000002");
        run(ledger.as("boot-1"), "boot-1");
        assertThat(ledger.state()).isEqualTo(DeploymentState.PAUSED);
        assertThat(ledger.states()).containsOnly(TargetState.VERIFIED, TargetState.PENDING);
        assertThat(ledger.started()).filteredOn("SRV-000002"::equals).hasSize(2);
        assertThat(fleet.applies("SRV-000002")).isEqualTo(1);
    }

    @ParameterizedTest(name = "dies at {0} number {1}")
    @CsvSource({
        "CLAIM, 1", "CLAIM, 3", "INTEND, 1", "INTEND, 2", "INTEND, 5",
        "SEND, 2", "SEND, 9", "RECORD, 1", "RECORD, 4", "ADVANCE, 2"
    })
    void afterADeathAnywhereTheNextProcessGoesOnSkippingNothingAndRepeatingNothing(Point point, int time)
            throws Exception {
        SimulatedLedger ledger = new SimulatedLedger(5, 0, 2, 30);
        Killer killer = new Killer(point, time);
        Thread first = new Thread(() -> {
            try {
                coordinator(killer.ledger(ledger.as("boot-1")), killer.work(fleet.work()), "boot-1", stopping::get)
                        .run();
            } catch (InterruptedException | ProcessDied killed) {
                // as dead as a process can be in a test
            }
        });
        first.start();
        first.join();
        assertThat(killer.struck()).isTrue();

        living.remove("boot-1");
        living.add("boot-2");
        run(ledger.as("boot-2"), "boot-2");
        await().until(() -> fleet.atWork() == 0);
        assertEveryServerOnce(ledger);
        assertThat(ledger.state()).isEqualTo(DeploymentState.IMPLEMENTED);
    }

    @ParameterizedTest
    @EnumSource(Point.class)
    void aDatabaseThatFailsNowAndThenHoldsItUpAndLosesNothing(Point point) throws Exception {
        SimulatedLedger ledger = new SimulatedLedger(5, 14, 2, 12);
        Hiccups hiccups = new Hiccups(point);
        coordinator(hiccups.ledger(ledger.as("boot-1")), fleet.work(), "boot-1", stopping::get)
                .run();
        assertEveryServerOnce(ledger);
    }

    @Test
    void aProcessThatCannotShowThatItLivesStartsNoHost() throws Exception {
        mayStart.set(false);
        SimulatedLedger ledger = new SimulatedLedger(5, 0, 10);
        Thread running = start(ledger);
        await().during(Duration.ofMillis(700)).atMost(Duration.ofSeconds(5)).until(() -> fleet.touched() == 0);
        mayStart.set(true);
        running.join();
        assertEveryServerOnce(ledger);
    }

    @Test
    void askedToStopItLetsHostsInFlightFinishAndStartsNoOther() throws Exception {
        SimulatedLedger ledger = new SimulatedLedger(4, 0, 400);
        Thread running = start(ledger);
        await().until(() -> fleet.touched() > 5);
        stopping.set(true);
        running.join();
        assertThat(fleet.atWork()).isZero();
        assertThat(ledger.states()).doesNotContain(TargetState.CLAIMED, TargetState.INTENDED);
        assertThat(ledger.states()).contains(TargetState.PENDING);
    }

    @Test
    void aPauseStartsNoFurtherHostAndEndsTheJobWhenThoseInFlightAreDone() throws Exception {
        SimulatedLedger ledger = new SimulatedLedger(4, 0, 400);
        Thread running = start(ledger);
        await().until(() -> fleet.touched() > 5);
        ledger.pause();
        int begun = ledger.started().size();
        running.join();
        assertThat(ledger.started()).hasSize(begun);
        assertThat(ledger.states()).doesNotContain(TargetState.CLAIMED, TargetState.INTENDED);
    }

    private Thread start(SimulatedLedger ledger) {
        Thread running = new Thread(() -> {
            try {
                run(ledger.as("boot-1"), "boot-1");
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        });
        running.start();
        return running;
    }

    private void run(Ledger ledger, String owner) throws InterruptedException {
        coordinator(ledger, fleet.work(), owner, stopping::get).run();
    }

    private RolloutCoordinator coordinator(Ledger ledger, HostWork work, String self, BooleanSupplier stop) {
        return new RolloutCoordinator(
                ledger,
                work,
                new RolloutCoordinator.Owners() {

                    @Override
                    public String self() {
                        return self;
                    }

                    @Override
                    public boolean alive(String incarnation) {
                        return living.contains(incarnation);
                    }

                    @Override
                    public boolean mayStartHosts() {
                        return mayStart.get();
                    }
                },
                stop);
    }

    private void assertEveryServerOnce(SimulatedLedger ledger) {
        assertThat(ledger.states()).containsOnly(TargetState.VERIFIED);
        assertThat(ledger.servers())
                .allSatisfy(
                        server -> assertThat(fleet.applies(server)).as(server).isEqualTo(1));
    }

    enum Point {
        CLAIM,
        INTEND,
        SEND,
        RECORD,
        ADVANCE
    }

    private static final class ProcessDied extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** Lets a call take effect and then kills the process, before the caller learns of it. */
    private static class Killer {

        private final Point point;
        private final int time;
        private final AtomicInteger count = new AtomicInteger();

        Killer(Point point, int time) {
            this.point = point;
            this.time = time;
        }

        boolean struck() {
            return count.get() >= time;
        }

        void passed(Point here) {
            if (here == point && count.incrementAndGet() >= time) {
                throw new ProcessDied();
            }
        }

        HostWork work(HostWork work) {
            return new HostWork() {

                @Override
                public void prepare(List<Claim> claims) {
                    work.prepare(claims);
                }

                @Override
                public java.util.concurrent.CompletableFuture<Outcome> begin(Claim claim) {
                    var answer = work.begin(claim);
                    passed(Point.SEND);
                    return answer;
                }
            };
        }

        Ledger ledger(Ledger ledger) {
            return new Ledger() {

                @Override
                public List<Claim> claim(int limit) {
                    List<Claim> claims = ledger.claim(limit);
                    passed(Point.CLAIM);
                    return claims;
                }

                @Override
                public List<Claim> intend(List<Claim> claims) {
                    List<Claim> intents = ledger.intend(claims);
                    passed(Point.INTEND);
                    return intents;
                }

                @Override
                public void giveBack(List<Claim> claims) {
                    ledger.giveBack(claims);
                }

                @Override
                public void record(List<Outcome> outcomes) {
                    ledger.record(outcomes);
                    passed(Point.RECORD);
                }

                @Override
                public RolloutStanding advance() {
                    RolloutStanding standing = ledger.advance();
                    passed(Point.ADVANCE);
                    return standing;
                }

                @Override
                public Set<String> owners() {
                    return ledger.owners();
                }

                @Override
                public int takeOver(String deadOwner) {
                    return ledger.takeOver(deadOwner);
                }
            };
        }
    }

    /** Every third call of a kind fails after it has taken effect: the commit's answer was lost. */
    private static final class Hiccups extends Killer {

        private final Point failing;
        private int calls;

        Hiccups(Point failing) {
            super(failing, Integer.MAX_VALUE);
            this.failing = failing;
        }

        @Override
        void passed(Point here) {
            if (here == failing && ++calls % 3 == 1) {
                throw new IllegalStateException("the connection was lost");
            }
        }
    }
}
