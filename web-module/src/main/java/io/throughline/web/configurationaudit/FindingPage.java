package io.throughline.web.configurationaudit;

import io.throughline.configurationaudit.domain.FindingState;
import io.throughline.configurationaudit.service.ConfigurationAuditService;
import io.throughline.configurationaudit.service.FindingView;
import io.throughline.identity.domain.Right;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.web.page.RecordPage;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** One finding, and what is decided of it. */
@Named
@ViewScoped
public class FindingPage extends RecordPage {

    private static final long serialVersionUID = 1L;

    @Inject
    transient ConfigurationAuditService audits;

    private transient FindingView view;

    @Override
    protected RecordKind kind() {
        return RecordKind.AUDIT_FINDING;
    }

    @Override
    public void load() {
        view = audits.finding(record());
        opened(
                view.version(),
                possible(FindingState.TRANSITIONS, view.state()).need(Right.CONFIGURATION_AUDIT, "DECIDE"),
                view.state() == FindingState.OPEN ? "DECIDE" : null,
                "DECIDE");
    }

    public String decide() {
        return tried("DECIDE", ConfigurationAuditService.Decide.class, audits::decide);
    }

    public FindingView getView() {
        return view;
    }
}
