package io.throughline.identity.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What strangers do by the thousand is on record once a minute from each address: it tells that it goes on, and the trail
 * cannot be flooded. Remembered by this process alone.
 */
@ApplicationScoped
public class NoteRation {

    static final Duration SELDOM = Duration.ofMinutes(1);
    private static final int MOST_REMEMBERED = 10_000;

    private final Map<String, Instant> noted = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    private Clock clock;

    protected NoteRation() {}

    @Inject
    public NoteRation(Clock clock) {
        this.clock = clock;
    }

    synchronized boolean worthNoting(String what, String address) {
        Instant now = clock.instant();
        String key = what + ' ' + address;
        Instant last = noted.get(key);
        boolean justNoted = last != null && !now.isBefore(last) && now.isBefore(last.plus(SELDOM));
        if (justNoted) {
            return false;
        }
        noted.remove(key);
        noted.put(key, now);
        return true;
    }
}
