package io.throughline.operation.service;

import io.throughline.kernel.domain.refusal.Refusal;
import io.throughline.kernel.service.Acting;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Lets every schedule run whose time has come; one that fails holds up no other. */
final class ScheduleRound {

    private static final Logger LOG = Logger.getLogger(ScheduleRound.class.getName());

    private final ScheduleRuns runs;

    ScheduleRound(ScheduleRuns runs) {
        this.runs = runs;
    }

    void round() {
        for (ScheduleRuns.Due due : runs.due()) {
            Acting.run(
                    Acting.Account.machine(
                            "schedule", due.madeBy(), UUID.randomUUID().toString()),
                    () -> run(due));
        }
    }

    private void run(ScheduleRuns.Due due) {
        try {
            runOrSkip(due);
        } catch (RuntimeException again) {
            LOG.log(Level.WARNING, "{0} is left to the next round: {1}", new Object[] {due.number(), again.toString()});
        }
    }

    private void runOrSkip(ScheduleRuns.Due due) {
        try {
            runs.run(due.number());
        } catch (Refusal refused) {
            runs.skip(due.number(), refused.getMessage());
        }
    }
}
