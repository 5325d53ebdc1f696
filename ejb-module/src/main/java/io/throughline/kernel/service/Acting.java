package io.throughline.kernel.service;

import io.throughline.kernel.domain.refusal.Forbidden;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * On whose account the current thread works. The edges of the product bind it (the web's filters after a login, the
 * batch engine around a job) and everything within asks here; a thread that nobody bound may do nothing.
 */
public final class Acting {

    private static final ThreadLocal<Account> CURRENT = new ThreadLocal<>();

    /**
     * @param actor number of the person, or {@code machine:<part>} for a part of the product
     * @param onBehalfOf the person for whom the machine acts; null for a person acting for herself
     * @param requestId names the request in logs, answers and audit records
     * @param sourceAddress network address it came from; null inside the product
     * @param repeatable what the client sent to make a repeat of this request harmless; null when nothing
     */
    public record Account(
            String actor, String onBehalfOf, String requestId, String sourceAddress, Repeatable repeatable) {

        public static Account machine(String part, String onBehalfOf, String requestId) {
            return new Account("machine:" + part, onBehalfOf, requestId, null, null);
        }

        public static Account person(String number, String requestId, String sourceAddress) {
            return new Account(number, null, requestId, sourceAddress, null);
        }

        public boolean isMachine() {
            return actor != null && actor.startsWith("machine:");
        }
    }

    /**
     * A request that its client may send again.
     *
     * @param key the client's {@code Idempotency-Key}
     * @param requestDigest SHA-256 of method, path and body, so that one key never answers another request
     * @param claimed whether an effect of this request has been noted
     */
    public record Repeatable(String key, String requestDigest, AtomicBoolean claimed) {

        public Repeatable(String key, String requestDigest) {
            this(key, requestDigest, new AtomicBoolean());
        }

        /** True for the first effect of the request only: that one stands for the whole. */
        public boolean claim() {
            return claimed.compareAndSet(false, true);
        }
    }

    private Acting() {}

    public static Optional<Account> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    /**
     * @throws Forbidden when nobody is logged in and no part of the machine is at work
     */
    public static Account required() {
        return current().filter(account -> account.actor() != null).orElseThrow(Forbidden::notLoggedIn);
    }

    /** Runs the work on this account and gives the thread back as it was. */
    public static <T> T as(Account account, Callable<T> work) throws Exception {
        Account former = CURRENT.get();
        CURRENT.set(account);
        try {
            return work.call();
        } finally {
            restore(former);
        }
    }

    /** As {@link #as(Account, Callable)}, for work that throws nothing checked. */
    public static void run(Account account, Runnable work) {
        Account former = CURRENT.get();
        CURRENT.set(account);
        try {
            work.run();
        } finally {
            restore(former);
        }
    }

    private static void restore(Account former) {
        if (former == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(former);
        }
    }
}
