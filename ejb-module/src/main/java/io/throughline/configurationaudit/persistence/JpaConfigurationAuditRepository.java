package io.throughline.configurationaudit.persistence;

import io.throughline.configurationaudit.domain.ConfigurationAudit;
import io.throughline.configurationaudit.domain.ConfigurationAuditRepository;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.persistence.JpaRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;

@ApplicationScoped
class JpaConfigurationAuditRepository extends JpaRepository<ConfigurationAudit>
        implements ConfigurationAuditRepository {

    JpaConfigurationAuditRepository() {
        super(ConfigurationAudit.class, RecordKind.CONFIGURATION_AUDIT);
    }

    @Override
    public Optional<ConfigurationAudit> ofJob(String job) {
        return list("r.job = :job", Map.of("job", job)).stream().findFirst();
    }
}
