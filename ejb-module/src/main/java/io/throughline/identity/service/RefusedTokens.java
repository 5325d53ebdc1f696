package io.throughline.identity.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Says which refused tokens go on record: of each address one in a minute, so that a client that goes on with a token of
 * yesterday, or a stranger, cannot fill the trail.
 */
@ApplicationScoped
public class RefusedTokens {

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

    protected RefusedTokens() {}

    @Inject
    public RefusedTokens(Clock clock) {
        this.clock = clock;
    }

    synchronized boolean worthNoting(String address) {
        Instant now = clock.instant();
        Instant last = noted.get(address);
        if (last != null && now.isBefore(last.plus(SELDOM))) {
            return false;
        }
        noted.remove(address);
        noted.put(address, now);
        return true;
    }
}
