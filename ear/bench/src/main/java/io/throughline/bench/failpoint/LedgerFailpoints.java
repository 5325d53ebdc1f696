package io.throughline.bench.failpoint;

import io.throughline.deployment.service.RolloutStanding;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.InvocationContext;
import java.io.Serializable;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Stands around the beans that write the ledger, inside of their transactions. */
public class LedgerFailpoints implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Waves that had passed when a rollout was looked at last, by its number. */
    private static final Map<String, Long> PASSED = new ConcurrentHashMap<>();

    @AroundInvoke
    Object around(InvocationContext call) throws Exception {
        String method = call.getMethod().getName();
        if (method.equals("commitIntent") && holdsSomething(call.getParameters()[0])) {
            Failpoint.AFTER_CLAIM.reached();
        }
        Object result = call.proceed();
        if (method.equals("record") && holdsSomething(call.getParameters()[0])) {
            Failpoint.BEFORE_COMMIT.reached();
        }
        if (result instanceof RolloutStanding standing) {
            long passed = standing.waves().stream()
                    .filter(wave -> wave.state().name().equals("PASSED"))
                    .count();
            Long before = PASSED.put(standing.number(), passed);
            if (before != null && passed > before) {
                Failpoint.BETWEEN_WAVES.reached();
            }
        }
        return result;
    }

    private static boolean holdsSomething(Object parameter) {
        return parameter instanceof Collection<?> many && !many.isEmpty();
    }
}
