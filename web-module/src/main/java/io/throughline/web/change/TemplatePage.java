package io.throughline.web.change;

import io.throughline.change.domain.template.TemplateState;
import io.throughline.change.service.ChangeCommands;
import io.throughline.change.service.ChangeTemplateService;
import io.throughline.change.service.TemplateView;
import io.throughline.identity.domain.Right;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.web.page.RecordPage;
import io.throughline.web.page.Show;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** One template: authorized once, it makes standard changes that need no further authorization. */
@Named
@ViewScoped
public class TemplatePage extends RecordPage {

    private static final long serialVersionUID = 1L;

    @Inject
    transient ChangeTemplateService templates;

    private transient TemplateView view;

    @Override
    protected RecordKind kind() {
        return RecordKind.CHANGE_TEMPLATE;
    }

    @Override
    public void load() {
        view = templates.get(record());
        opened(
                view.version(),
                possible(TemplateState.transitions(), view.state())
                        .need(Right.CHANGE_AUTHORIZE, "AUTHORIZE")
                        .needAny("MAKE_CHANGE", Right.CHANGE_REQUEST, Right.JOB_SCHEDULE, Right.CHANGE_COORDINATE)
                        .needAny("WITHDRAW", Right.CHANGE_AUTHORIZE, Right.CHANGE_MANAGE)
                        .exclude(view.author(), "author", "AUTHORIZE"),
                view.state() == TemplateState.DRAFT ? "AUTHORIZE" : null,
                "AUTHORIZE",
                "MAKE_CHANGE",
                "WITHDRAW");
    }

    public String authorize() {
        return tried("AUTHORIZE", ChangeCommands.Sign.class, templates::authorize);
    }

    public String withdraw() {
        return tried("WITHDRAW", ChangeCommands.Reason.class, templates::withdraw);
    }

    public String makeChange() {
        return attempt.leading(
                texts.get("change.raised"),
                () -> Show.redirectTo(templates.makeChange(record()).number()));
    }

    public TemplateView getView() {
        return view;
    }
}
