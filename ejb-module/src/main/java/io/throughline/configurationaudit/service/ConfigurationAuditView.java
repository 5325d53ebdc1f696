package io.throughline.configurationaudit.service;

import io.throughline.configurationaudit.domain.AuditState;
import io.throughline.configurationaudit.domain.ConfigurationAudit;
import java.time.Instant;

/**
 * An audit as people see it.
 *
 * @param selected how many servers were to be looked at
 * @param looked how many were
 * @param silent how many of them gave no answer
 * @param differing how many of them differ
 */
public record ConfigurationAuditView(
        String number,
        long version,
        AuditState state,
        String job,
        String scope,
        int selected,
        int looked,
        int silent,
        int differing,
        Instant startedAt,
        Instant endedAt) {

    static ConfigurationAuditView from(ConfigurationAudit audit) {
        return new ConfigurationAuditView(
                audit.number().toString(),
                audit.version(),
                audit.state(),
                audit.job(),
                audit.scope(),
                audit.selected(),
                audit.looked(),
                audit.silent(),
                audit.differing(),
                audit.startedAt(),
                audit.endedAt());
    }
}
