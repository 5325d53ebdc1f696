package io.throughline.configurationaudit.domain;

import io.throughline.kernel.domain.Page;
import io.throughline.kernel.domain.Repository;
import java.util.Collection;
import java.util.List;

/** Where findings are kept. */
public interface AuditFindingRepository extends Repository<AuditFinding> {

    /** Findings on these servers that are not gone. */
    List<AuditFinding> standingOn(Collection<String> servers);

    /**
     * Newest first; null leaves a filter out.
     *
     * @param audit number of the audit that saw them last
     */
    Page<AuditFinding> page(String audit, FindingState state, Long before, int size);
}
