package io.throughline.audit.service;

import io.throughline.kernel.domain.Facts;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.refusal.Forbidden;
import io.throughline.kernel.service.Acting;
import jakarta.ejb.EJB;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.InvocationContext;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Interceptor of every service: who was refused for want of a right or of a second person leaves a record, in a
 * transaction of its own, since the refused one rolls back.
 */
public class RefusalRecorder {

    @EJB
    AuditTrail trail;

    @AroundInvoke
    Object record(InvocationContext call) throws Exception {
        try {
            return call.proceed();
        } catch (Forbidden refusal) {
            Acting.Account account = Acting.current()
                    .filter(known -> known.actor() != null)
                    .orElse(new Acting.Account("anonymous", null, "none", null, null));
            Acting.run(account, () -> trail.noteRegardless(entry(call, refusal), facts(refusal)));
            throw refusal;
        }
    }

    private static AuditEntry entry(InvocationContext call, Forbidden refusal) {
        String service = call.getMethod().getDeclaringClass().getSimpleName();
        AuditEntry entry = AuditEntry.of(
                        "refused." + service + "." + call.getMethod().getName())
                .because(refusal.key());
        Object record = refusal.facts().get("record");
        if (record == null) {
            // A method without parameters has no array of them.
            record = Stream.ofNullable(call.getParameters())
                    .flatMap(Arrays::stream)
                    .filter(RecordNumber.class::isInstance)
                    .findFirst()
                    .orElse(null);
        }
        return record == null ? entry : entry.on(record);
    }

    private static Facts facts(Forbidden refusal) {
        Facts facts = Facts.of();
        refusal.facts().forEach(facts::put);
        return facts;
    }
}
