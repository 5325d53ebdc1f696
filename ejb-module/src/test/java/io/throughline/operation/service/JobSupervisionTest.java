package io.throughline.operation.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.kernel.domain.Deed;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.operation.domain.JobKind;
import io.throughline.operation.domain.JobRequest;
import io.throughline.operation.domain.JobState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A node, its batch engine and the requests, all in memory; crashes are new supervisions over the same requests. */
class JobSupervisionTest {

    private static final Deed DEED = new Deed("PER-000001", Instant.parse("2026-03-01T10:00:00Z"), null);

    private final Map<RecordNumber, JobRequest> stored = new LinkedHashMap<>();
    private final Engine engine = new Engine();
    private final Set<String> living = new HashSet<>(Set.of("boot-1"));
    private String incarnation = "boot-1";
    private JobSupervision supervision = boot();

    @Test
    void launchesWhatWaitsAndNotesItsEnd() {
        JobRequest request = ask(1);
        supervision.round();
        assertThat(request.state()).isEqualTo(JobState.LAUNCHED);
        assertThat(engine.calls).containsExactly("start configuration-audit JOB-000001 token 1");

        engine.endAll(JobState.COMPLETED);
        supervision.round();
        assertThat(request.state()).isEqualTo(JobState.COMPLETED);
    }

    @Test
    void launchesNothingTwice() {
        ask(1);
        supervision.round();
        supervision.round();
        assertThat(engine.calls).hasSize(1);
    }

    @Test
    void goesOnAfterItsOwnDeathWithTheNextToken() {
        JobRequest request = ask(1);
        supervision.round();
        dieAndBootAs("boot-2");
        supervision.round();
        assertThat(request.owner()).isEqualTo("boot-2");
        assertThat(engine.calls)
                .containsExactly(
                        "start configuration-audit JOB-000001 token 1", "bury boot-1", "restart 1 JOB-000001 token 2");
    }

    @Test
    void startsAfreshWhatDiedBetweenClaimAndStart() {
        JobRequest request = ask(1);
        request.launch("boot-1", DEED);
        dieAndBootAs("boot-2");
        supervision.round();
        assertThat(engine.calls).containsExactly("bury boot-1", "start configuration-audit JOB-000001 token 2");
    }

    @Test
    void takesUpItsOwnClaimThatItNeverStarted() {
        ask(1).launch("boot-1", DEED);
        supervision.round();
        assertThat(engine.calls).containsExactly("start configuration-audit JOB-000001 token 2");
    }

    @Test
    void notesTheEndOfWhatCompletedJustBeforeTheDeath() {
        JobRequest request = ask(1);
        supervision.round();
        engine.endAll(JobState.COMPLETED);
        dieAndBootAs("boot-2");
        supervision.round();
        assertThat(request.state()).isEqualTo(JobState.COMPLETED);
        assertThat(engine.calls).doesNotContain("restart 1 JOB-000001 token 2");
    }

    @Test
    void leavesAloneWhatALivingNodeRuns() {
        JobRequest request = ask(1);
        request.launch("other", DEED);
        living.add("other");
        supervision.round();
        assertThat(engine.calls).isEmpty();

        living.remove("other");
        supervision.round();
        assertThat(request.owner()).isEqualTo("boot-1");
    }

    @Test
    void letsGoOfEverythingWhenOthersDeclaredThisNodeDead() {
        ask(1);
        supervision.round();
        incarnation = "boot-1-again";
        living.add("boot-1-again");
        supervision.round();
        assertThat(engine.calls).contains("stop 1");
    }

    @Test
    void passesOnTheWishToStopAndNotesTheEnd() {
        JobRequest request = ask(1);
        supervision.round();
        request.stop(DEED);
        supervision.round();
        assertThat(engine.calls).contains("stop 1");
        engine.endAll(JobState.STOPPED);
        supervision.round();
        assertThat(request.state()).isEqualTo(JobState.STOPPED);
    }

    @Test
    void doesNotStartAgainWhatWasAskedToStopBeforeTheDeath() {
        JobRequest request = ask(1);
        supervision.round();
        request.stop(DEED);
        dieAndBootAs("boot-2");
        supervision.round();
        assertThat(request.state()).isEqualTo(JobState.STOPPED);
    }

    @Test
    void aJobThatTheEngineRefusesHasFailedAndSaysWhy() {
        JobRequest request = ask(1);
        engine.refusal = "no such job";
        supervision.round();
        assertThat(request.state()).isEqualTo(JobState.FAILED);
        assertThat(request.exit()).isEqualTo("no such job");
    }

    @Test
    void anOrderlyStopLeavesTheRequestToTheNextBoot() {
        JobRequest request = ask(1);
        supervision.round();
        supervision.stopAll();
        engine.endAll(JobState.STOPPED);
        assertThat(supervision.idle()).isTrue();
        dieAndBootAs("boot-2");
        supervision.round();
        assertThat(request.state()).isEqualTo(JobState.LAUNCHED);
        assertThat(engine.calls).contains("restart 1 JOB-000001 token 2");
    }

    private JobRequest ask(long id) {
        JobRequest request = new JobRequest(
                RecordKind.JOB.number(id), JobKind.CONFIGURATION_AUDIT, Map.of(), "PER-000001", null, DEED);
        stored.put(request.number(), request);
        return request;
    }

    private void dieAndBootAs(String next) {
        living.remove(incarnation);
        living.add(next);
        incarnation = next;
        supervision = boot();
    }

    private JobSupervision boot() {
        return new JobSupervision(new Requests(), engine, () -> incarnation, () -> Set.copyOf(living));
    }

    /** The claims without a database. */
    private final class Requests extends JobClaims {

        @Override
        public List<Claim> waiting() {
            return in(JobState.REQUESTED);
        }

        @Override
        public List<Claim> launched() {
            return in(JobState.LAUNCHED);
        }

        private List<Claim> in(JobState state) {
            return stored.values().stream()
                    .filter(request -> request.state() == state)
                    .map(Claim::from)
                    .toList();
        }

        @Override
        public Optional<Claim> claim(RecordNumber number, String owner) {
            stored.get(number).launch(owner, DEED);
            return Optional.of(Claim.from(stored.get(number)));
        }

        @Override
        public Optional<Claim> takeOver(RecordNumber number, long formerToken, String owner) {
            stored.get(number).takeOver(owner, DEED);
            return Optional.of(Claim.from(stored.get(number)));
        }

        @Override
        public void executed(RecordNumber number, long token, long execution) {
            stored.get(number).execute(execution, DEED);
        }

        @Override
        public void ended(RecordNumber number, long token, JobStarter.Ending ending) {
            stored.get(number).end(ending.state(), ending.exit(), DEED);
        }
    }

    private static final class Engine implements JobStarter {

        private final List<String> calls = new ArrayList<>();
        private final Map<Long, Ending> endings = new HashMap<>();
        private String refusal;
        private long last;

        @Override
        public long start(String jobName, Map<String, String> parameters) {
            if (refusal != null) {
                throw new JobNotStarted(refusal, null);
            }
            calls.add("start " + jobName + told(parameters));
            return ++last;
        }

        @Override
        public long restart(long execution, Map<String, String> parameters) {
            calls.add("restart " + execution + told(parameters));
            return ++last;
        }

        private static String told(Map<String, String> parameters) {
            return " " + parameters.get(REQUEST) + " token " + parameters.get(TOKEN);
        }

        @Override
        public void stop(long execution) {
            calls.add("stop " + execution);
        }

        @Override
        public Optional<Ending> ending(long execution) {
            return Optional.ofNullable(endings.get(execution));
        }

        @Override
        public void bury(String incarnation) {
            calls.add("bury " + incarnation);
        }

        void endAll(JobState state) {
            for (long execution = 1; execution <= last; execution++) {
                endings.putIfAbsent(execution, new Ending(state, state.name()));
            }
        }
    }
}
