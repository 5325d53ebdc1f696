package io.throughline.batch.rollout;

import io.throughline.deployment.domain.target.Claim;
import io.throughline.deployment.domain.target.Outcome;
import io.throughline.deployment.domain.target.TargetState;
import io.throughline.deployment.service.RolloutStanding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Carries one deployment out: claims servers as slots become free, stores the intents, lets the hosts work at the same
 * time, records their answers in groups, and moves the waves on. It waits inside no transaction, and a failing database
 * holds it up without losing an answer. It ends when nothing is left that could be done without a person.
 */
final class RolloutCoordinator {

    /** Most answers in one transaction, and how long the first of them waits for others. */
    static final int LARGEST_GROUP = 50;

    private static final Logger LOG = Logger.getLogger(RolloutCoordinator.class.getName());
    private static final long GROUP_WITHIN_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    /** A slot may stay empty for this share of what a host takes, so that several answers share their transactions. */
    private static final int SHARE_OF_A_HOST = 10;

    private static final long LONGEST_GATHERING_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final long LOOK_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long ORPHANS_EVERY_NANOS = TimeUnit.SECONDS.toNanos(3);
    private static final Duration AFTER_FAILURE = Duration.ofMillis(500);

    private final Ledger ledger;
    private final HostWork work;
    private final Owners owners;
    private final BooleanSupplier stopping;

    private final HostSlots slots = new HostSlots(System::nanoTime);
    private final BlockingQueue<Outcome> answers = new LinkedBlockingQueue<>();
    private final List<Outcome> unrecorded = new ArrayList<>();
    private final List<Claim> unsure = new ArrayList<>();
    private RolloutStanding standing;
    private long lookAt;
    private long claimAt;
    private long orphansAt;
    private boolean moreToClaim;
    private boolean moreWaits;
    private long recorded;

    /** Who this process is, whether it may begin anything, and who else lives. */
    interface Owners {

        String self();

        boolean alive(String incarnation);

        boolean mayStartHosts();
    }

    RolloutCoordinator(Ledger ledger, HostWork work, Owners owners, BooleanSupplier stopping) {
        this.ledger = ledger;
        this.work = work;
        this.owners = owners;
        this.stopping = stopping;
        this.lookAt = System.nanoTime();
        this.claimAt = lookAt;
        this.orphansAt = lookAt;
    }

    /**
     * @return what was done, in a few words
     */
    String run() throws InterruptedException {
        while (!over()) {
            try {
                settleUnsure();
                adoptOrphans();
                lookAgain();
                startMore();
                recordGroup();
            } catch (RuntimeException again) {
                LOG.log(Level.WARNING, "The rollout holds until the database answers: {0}", again.toString());
                // a claim may have been stored without our learning of it: look for it as soon as nothing is at work
                orphansAt = System.nanoTime();
                Thread.sleep(AFTER_FAILURE.toMillis());
            }
        }
        return "%d answers recorded; the deployment is %s"
                .formatted(recorded, standing == null ? "untouched" : standing.state());
    }

    private boolean over() {
        boolean idle = idle();
        return idle && (stopping.getAsBoolean() || (standing != null && standing.over()));
    }

    private boolean idle() {
        return slots.working() == 0 && answers.isEmpty() && unrecorded.isEmpty() && unsure.isEmpty();
    }

    /** What a dead process, or an earlier try of this one, left in hand. */
    private void adoptOrphans() {
        if (System.nanoTime() - orphansAt < 0) {
            return;
        }
        for (String owner : ledger.owners()) {
            boolean mine = owner.equals(owners.self());
            if (mine ? idle() : !owners.alive(owner)) {
                int taken = ledger.takeOver(owner);
                LOG.log(Level.INFO, "Took {0} servers over from {1}", new Object[] {taken, owner});
            }
        }
        orphansAt = System.nanoTime() + ORPHANS_EVERY_NANOS;
    }

    private void lookAgain() {
        if (System.nanoTime() - lookAt >= 0) {
            standing = ledger.advance();
            lookAt = System.nanoTime() + LOOK_EVERY_NANOS;
        }
    }

    private void startMore() {
        moreToClaim = false;
        int free = slots.free(standing.parallel());
        boolean wanted = free > 0 && standing.mayStart() && System.nanoTime() - claimAt >= 0;
        if (!wanted || stopping.getAsBoolean() || !owners.mayStartHosts()) {
            return;
        }
        int wantedNow = Math.min(free, LARGEST_GROUP);
        List<Claim> claims = ledger.claim(wantedNow);
        if (claims.isEmpty()) {
            // At the end of a wave the next one may begin at once; a second time in vain there is nothing to hurry for.
            moreToClaim = moreWaits;
            lookAt = System.nanoTime();
            claimAt = moreWaits ? lookAt : lookAt + LOOK_EVERY_NANOS;
            moreWaits = false;
            return;
        }
        moreWaits = claims.size() == wantedNow;
        List<Claim> intents;
        try {
            work.prepare(claims);
            intents = ledger.intend(claims);
        } catch (RuntimeException unknown) {
            // whether the intents are stored nobody can tell now
            unsure.addAll(claims);
            throw unknown;
        }
        intents.forEach(this::send);
        moreToClaim = intents.size() == wantedNow;
        if (intents.size() < claims.size()) {
            lookAt = System.nanoTime();
        }
    }

    private void send(Claim claim) {
        if (!owners.mayStartHosts()) {
            answers.add(notSent(
                    claim, "node-silent", "This process could not tell others that it lives; nothing was sent."));
            return;
        }
        slots.begin(claim.position());
        CompletableFuture<Outcome> answer;
        try {
            answer = work.begin(claim);
        } catch (RuntimeException failed) {
            answer = CompletableFuture.failedFuture(failed);
        }
        answer.whenComplete((outcome, failure) -> {
            answers.add(failure == null ? outcome : notSent(claim, "internal", "No answer: " + failure));
            slots.end(claim.position());
        });
    }

    /** Claims whose intents may or may not be stored: back with them, and what is stored is verified. */
    private void settleUnsure() {
        if (!unsure.isEmpty()) {
            ledger.giveBack(unsure);
            unsure.forEach(claim ->
                    unrecorded.add(notSent(claim, "intent-unsure", "The database failed before anything was sent.")));
            unsure.clear();
        }
    }

    private static Outcome notSent(Claim claim, String key, String reason) {
        return new Outcome(claim, TargetState.IN_DOUBT, false, null, null, null, key, reason, List.of());
    }

    private void recordGroup() throws InterruptedException {
        collect();
        if (unrecorded.isEmpty()) {
            return;
        }
        // While all goes well and there is more to claim, the waves are looked at in their own time.
        boolean soon =
                !moreWaits || unrecorded.stream().anyMatch(outcome -> TargetState.FAILING.contains(outcome.state()));
        try {
            ledger.record(unrecorded);
            recorded += unrecorded.size();
            unrecorded.clear();
        } catch (RuntimeException groupFailed) {
            recordOneByOne(groupFailed);
        }
        claimAt = System.nanoTime();
        if (soon) {
            lookAt = claimAt;
        }
    }

    private void recordOneByOne(RuntimeException groupFailed) {
        LOG.log(Level.FINE, "A group of answers is recorded one by one", groupFailed);
        RuntimeException last = null;
        for (Outcome outcome : List.copyOf(unrecorded)) {
            try {
                ledger.record(List.of(outcome));
                unrecorded.remove(outcome);
                recorded++;
            } catch (RuntimeException failed) {
                last = failed;
            }
        }
        if (last != null) {
            throw last;
        }
    }

    private long gatheringNanos() {
        long share = slots.usual().toNanos() / SHARE_OF_A_HOST;
        return Math.max(GROUP_WITHIN_NANOS, Math.min(LONGEST_GATHERING_NANOS, share));
    }

    private void collect() throws InterruptedException {
        Outcome first = answers.poll(moreToClaim ? 0 : LOOK_EVERY_NANOS, TimeUnit.NANOSECONDS);
        long until = System.nanoTime() + (moreToClaim ? 0 : gatheringNanos());
        while (first != null) {
            unrecorded.add(first);
            long left = until - System.nanoTime();
            first = unrecorded.size() >= LARGEST_GROUP ? null : answers.poll(Math.max(0, left), TimeUnit.NANOSECONDS);
        }
    }
}
