package io.throughline.web.configurationaudit;

import io.throughline.configurationaudit.domain.FindingState;
import io.throughline.configurationaudit.service.ConfigurationAuditService;
import io.throughline.configurationaudit.service.ConfigurationAuditView;
import io.throughline.configurationaudit.service.FindingView;
import io.throughline.kernel.domain.Page;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.web.page.ListPage;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Findings, newest first, of one audit or of all; beside them the newest audits. */
@Named
@RequestScoped
public class FindingList extends ListPage<FindingView> {

    private static final int AUDITS = 10;

    @Inject
    ConfigurationAuditService audits;

    private String state;
    private String audit;
    private List<ConfigurationAuditView> newest = List.of();

    @Override
    protected Page<FindingView> read(Long from, int size) {
        newest = audits.page(null, AUDITS).items();
        RecordNumber of =
                given(audit) == null ? null : RecordNumber.parse(RecordKind.CONFIGURATION_AUDIT, "audit", audit);
        return audits.findings(of, given(FindingState.class, state), from, size);
    }

    public List<ConfigurationAuditView> getNewest() {
        return newest;
    }

    public String getState() {
        return state;
    }

    public void setState(String state) {
        this.state = state;
    }

    public String getAudit() {
        return audit;
    }

    public void setAudit(String audit) {
        this.audit = audit;
    }
}
