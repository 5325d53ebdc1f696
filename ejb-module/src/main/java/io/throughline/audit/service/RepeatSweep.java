package io.throughline.audit.service;

import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/** Forgets answered requests after a day: nobody repeats them any more, and each holds its whole answer. */
@Singleton
@Startup
@DependsOn("Migrator")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RepeatSweep {

    static final Duration REMEMBERED = Duration.ofDays(1);
    private static final int AT_ONCE = 1000;
    private static final int MOST_ROUNDS = 1000;

    @EJB
    RepeatedRequests requests;

    @Inject
    Clock clock;

    @Schedule(hour = "*", minute = "20", persistent = false)
    public void sweep() {
        int rounds = 0;
        while (requests.forget(clock.instant().minus(REMEMBERED), AT_ONCE) == AT_ONCE && ++rounds < MOST_ROUNDS) {
            // each round is a transaction of its own
        }
    }
}
