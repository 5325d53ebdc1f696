package io.throughline.change.service.emergency;

import io.throughline.change.domain.ChangeRepository;
import io.throughline.change.domain.ChangeRequest;
import io.throughline.change.domain.ChangeSearch;
import io.throughline.change.domain.ChangeSearch.Owed;
import io.throughline.kernel.domain.Page;
import io.throughline.kernel.domain.Times;
import io.throughline.kernel.service.Acting;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/** Reminds those who may do it, once, of what an emergency left to them when its time has run out. */
@Singleton
@Startup
@DependsOn("Migrator")
public class OverdueReminder {

    private static final int AT_ONCE = 100;

    @Inject
    ChangeRepository changes;

    @Inject
    OtherEyes others;

    @Inject
    Clock clock;

    @Schedule(hour = "*", minute = "*/5", persistent = false)
    public void remind() {
        Acting.run(Acting.Account.machine("change", null, "reminder"), () -> {
            Instant now = Times.now(clock);
            for (Owed owed : Owed.values()) {
                remind(owed, now);
            }
        });
    }

    private void remind(Owed owed, Instant now) {
        Long before = null;
        do {
            Page<ChangeRequest> page = changes.page(ChangeSearch.overdue(owed), now, before, AT_ONCE);
            page.items().forEach(change -> others.remind(change, owed));
            before = page.next();
        } while (before != null);
    }
}
