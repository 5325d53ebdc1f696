package io.throughline.identity.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Slows down who guesses passwords. Wrong ones are counted over the last quarter of an hour, for an account from one
 * address, for an account from everywhere, and for an address; an attempt above a limit is not even looked at. Attempts
 * that were not looked at do not count, so that nobody is kept out for longer than the quarter of an hour. Attempts that
 * are being looked at count as wrong until it is known, so that many at once get no further than one after the other.
 *
 * <p>The two wider limits spare who logged in from that address before: a stranger who guesses at somebody's account, or
 * behind the same proxy, must not lock that person out. Each server process counts for itself.
 */
@ApplicationScoped
public class LoginBrake {

    static final int PER_ACCOUNT_AND_ADDRESS = 5;
    static final int PER_ACCOUNT = 50;
    static final int PER_ADDRESS = 100;
    static final Duration WINDOW = Duration.ofMinutes(15);

    /** Until those attempts are decided that are being looked at. */
    static final Duration AT_ONCE = Duration.ofSeconds(1);

    /** So many accounts and addresses are remembered; beyond, those that were not seen for longest are forgotten. */
    private static final int MOST_REMEMBERED = 20_000;

    private final Map<String, Deque<Instant>> failures = remembering();
    private final Map<String, Boolean> familiar = remembering();
    private final Map<String, Integer> underWay = new HashMap<>();

    private Clock clock;

    protected LoginBrake() {}

    @Inject
    public LoginBrake(Clock clock) {
        this.clock = clock;
    }

    /**
     * Begins an attempt, which is to be {@link #end ended}, unless the brake holds.
     *
     * @return how long to wait; zero when the attempt has begun
     */
    public synchronized Duration begin(String account, String address) {
        Duration pause = pause(account, address);
        if (pause.isZero()) {
            keys(account, address).forEach(key -> underWay.merge(key, 1, Integer::sum));
        }
        return pause;
    }

    /**
     * Ends an attempt. The right password makes the wrong ones from the same address forgotten.
     *
     * @return whether the brake holds from now on
     */
    public synchronized boolean end(String account, String address, boolean right) {
        keys(account, address)
                .forEach(key -> underWay.computeIfPresent(key, (same, many) -> many == 1 ? null : many - 1));
        if (right) {
            failures.remove(pair(account, address));
            spare(account, address);
            return false;
        }
        Instant now = clock.instant();
        count(pair(account, address), now, PER_ACCOUNT_AND_ADDRESS);
        count(ofAccount(account), now, PER_ACCOUNT);
        count(ofAddress(address), now, PER_ADDRESS);
        return pause(account, address).compareTo(AT_ONCE) > 0;
    }

    /** Whoever is known to use the account from there is spared by the wider limits. */
    public synchronized void spare(String account, String address) {
        familiar.put(pair(account, address), true);
    }

    private Duration pause(String account, String address) {
        Duration pause = pause(pair(account, address), PER_ACCOUNT_AND_ADDRESS);
        if (!familiar.containsKey(pair(account, address))) {
            pause = longer(pause, pause(ofAccount(account), PER_ACCOUNT));
            pause = longer(pause, pause(ofAddress(address), PER_ADDRESS));
        }
        return pause;
    }

    private Duration pause(String key, int limit) {
        Instant now = clock.instant();
        Instant since = now.minus(WINDOW);
        Deque<Instant> times = failures.getOrDefault(key, new ArrayDeque<>());
        // A clock that was set back must not hold anybody up for longer.
        times.removeIf(time -> time.isAfter(now));
        while (!times.isEmpty() && !times.getFirst().isAfter(since)) {
            times.removeFirst();
        }
        if (times.size() >= limit) {
            return Duration.between(since, times.getFirst());
        }
        return times.size() + underWay.getOrDefault(key, 0) >= limit ? AT_ONCE : Duration.ZERO;
    }

    private void count(String key, Instant now, int limit) {
        Deque<Instant> times = failures.computeIfAbsent(key, unknown -> new ArrayDeque<>());
        times.addLast(now);
        if (times.size() > limit) {
            times.removeFirst();
        }
    }

    private static List<String> keys(String account, String address) {
        return List.of(pair(account, address), ofAccount(account), ofAddress(address));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static String pair(String account, String address) {
        return "pair " + network(address) + ' ' + account;
    }

    private static String ofAccount(String account) {
        return "account " + account;
    }

    private static String ofAddress(String address) {
        return "address " + network(address);
    }

    /** A household or a rented machine has 2^64 addresses of IPv6: what they share stands for them. */
    private static String network(String address) {
        if (address == null || !address.contains(":")) {
            return String.valueOf(address);
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, 8));
        } catch (UnknownHostException noAddress) {
            return address;
        }
    }

    private static <V> Map<String, V> remembering() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > MOST_REMEMBERED;
            }
        };
    }
}
