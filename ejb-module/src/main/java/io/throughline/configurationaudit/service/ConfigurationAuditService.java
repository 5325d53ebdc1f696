package io.throughline.configurationaudit.service;

import io.throughline.audit.service.AuditEntry;
import io.throughline.audit.service.AuditTrail;
import io.throughline.audit.service.RefusalRecorder;
import io.throughline.configurationaudit.domain.AuditFinding;
import io.throughline.configurationaudit.domain.AuditFindingRepository;
import io.throughline.configurationaudit.domain.ConfigurationAuditRepository;
import io.throughline.configurationaudit.domain.Decision;
import io.throughline.configurationaudit.domain.FindingState;
import io.throughline.identity.domain.Right;
import io.throughline.identity.service.Authority;
import io.throughline.kernel.domain.Page;
import io.throughline.kernel.domain.PlainText;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.persistence.History;
import io.throughline.kernel.service.Commands;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.validation.constraints.NotNull;
import java.util.List;

/** Shows configuration audits and takes decisions on what they found. */
@Stateless
@Interceptors(RefusalRecorder.class)
public class ConfigurationAuditService {

    @Inject
    ConfigurationAuditRepository audits;

    @Inject
    AuditFindingRepository findings;

    @Inject
    Authority authority;

    @Inject
    AuditTrail trail;

    @Inject
    History history;

    @Inject
    Commands commands;

    /** What is to become of a difference, and why. */
    public record Decide(
            @NotNull Decision decision,

            @NotNull @PlainText(max = 4000, multiline = true)
            String reason) {}

    public ConfigurationAuditView get(RecordNumber number) {
        authority.require(Right.RECORD_READ);
        return ConfigurationAuditView.from(audits.require(number));
    }

    public Page<ConfigurationAuditView> page(Long before, int size) {
        authority.require(Right.RECORD_READ);
        return audits.page(before, size).map(ConfigurationAuditView::from);
    }

    public FindingView finding(RecordNumber number) {
        authority.require(Right.RECORD_READ);
        return FindingView.from(findings.require(number), history.of(number));
    }

    /**
     * @param audit number of the audit that saw them last, or null for all
     * @param state or null for all
     */
    public Page<FindingView> findings(RecordNumber audit, FindingState state, Long before, int size) {
        authority.require(Right.RECORD_READ);
        return findings.page(audit == null ? null : audit.toString(), state, before, size)
                .map(finding -> FindingView.from(finding, List.of()));
    }

    public FindingView decide(RecordNumber number, long version, Decide command) {
        authority.require(Right.CONFIGURATION_AUDIT);
        commands.valid(command);
        AuditFinding finding = findings.require(number, version);
        AuditEntry entry = AuditEntry.of("finding.decide")
                .by(Right.CONFIGURATION_AUDIT)
                .atServer(finding.server())
                .because(command.reason());
        trail.change(finding, entry, deed -> finding.decide(command.decision(), deed));
        return FindingView.from(finding, history.of(number));
    }
}
