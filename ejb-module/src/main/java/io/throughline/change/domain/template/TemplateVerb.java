package io.throughline.change.domain.template;

/** What is done with templates of standard changes. */
public enum TemplateVerb {
    DRAW_UP,
    AUTHORIZE,
    MAKE_CHANGE,
    WITHDRAW
}
