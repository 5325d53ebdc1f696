package io.throughline.configurationaudit.service;

import io.throughline.configurationaudit.domain.AuditFinding;
import io.throughline.configurationaudit.domain.Decision;
import io.throughline.configurationaudit.domain.FindingKind;
import io.throughline.configurationaudit.domain.FindingState;
import io.throughline.configurationaudit.domain.FindingVerb;
import io.throughline.kernel.persistence.History;
import java.time.Instant;
import java.util.List;

/**
 * A finding as people see it.
 *
 * @param change number of the change that says what should be there; null when it was registered so
 * @param allowed what people may do with it now
 * @param history its steps; empty in a list
 */
public record FindingView(
        String number,
        long version,
        FindingState state,
        FindingKind kind,
        String server,
        String product,
        String path,
        String expected,
        String observed,
        String change,
        String firstAudit,
        String lastAudit,
        Instant foundAt,
        Decision decision,
        String decidedBy,
        List<FindingVerb> allowed,
        List<History.Step> history) {

    static FindingView from(AuditFinding finding, List<History.Step> history) {
        return new FindingView(
                finding.number().toString(),
                finding.version(),
                finding.state(),
                finding.findingKind(),
                finding.server(),
                finding.product(),
                finding.path(),
                finding.expected(),
                finding.observed(),
                finding.change(),
                finding.firstAudit(),
                finding.lastAudit(),
                finding.foundAt(),
                finding.decision(),
                finding.decidedBy(),
                FindingState.TRANSITIONS.allowed(finding.state()).stream()
                        .filter(verb -> verb == FindingVerb.DECIDE)
                        .toList(),
                history);
    }
}
