package io.throughline.configurationaudit.domain;

import io.throughline.kernel.domain.Repository;
import java.util.Optional;

/** Where configuration audits are kept. */
public interface ConfigurationAuditRepository extends Repository<ConfigurationAudit> {

    Optional<ConfigurationAudit> ofJob(String job);
}
