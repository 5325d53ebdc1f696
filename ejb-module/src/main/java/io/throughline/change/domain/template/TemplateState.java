package io.throughline.change.domain.template;

import static io.throughline.change.domain.template.TemplateVerb.*;

import io.throughline.kernel.domain.Transitions;

/** Whether changes may be made of a template. */
public enum TemplateState {
    DRAFT,
    AUTHORIZED,
    WITHDRAWN;

    private static final Transitions<TemplateState, TemplateVerb> TABLE = Transitions.of(
                    TemplateState.class, TemplateVerb.class)
            .row(DRAFT, AUTHORIZE, AUTHORIZED)
            .stays(MAKE_CHANGE, AUTHORIZED)
            .rows(WITHDRAW, WITHDRAWN, DRAFT, AUTHORIZED)
            .build();

    public static Transitions<TemplateState, TemplateVerb> transitions() {
        return TABLE;
    }
}
