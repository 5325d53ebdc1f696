package io.throughline.web.change;

import io.throughline.change.service.ChangeTemplateService;
import io.throughline.change.service.TemplateCommand;
import io.throughline.change.service.TemplateView;
import io.throughline.kernel.domain.Page;
import io.throughline.web.page.Attempt;
import io.throughline.web.page.Inputs;
import io.throughline.web.page.ListPage;
import io.throughline.web.page.Show;
import io.throughline.web.page.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Templates of standard changes. */
@Named
@RequestScoped
public class TemplateList extends ListPage<TemplateView> {

    @Inject
    ChangeTemplateService templates;

    @Inject
    Attempt attempt;

    @Inject
    Inputs input;

    @Inject
    Texts texts;

    @Override
    protected Page<TemplateView> read(Long from, int size) {
        return templates.page(from, size);
    }

    public String add() {
        return attempt.leading(
                texts.get("template.drawnUp"),
                () -> Show.redirectTo(templates
                        .drawUp(input.as("DRAW_UP", TemplateCommand.class))
                        .number()));
    }
}
