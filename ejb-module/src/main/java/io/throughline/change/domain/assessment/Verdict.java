package io.throughline.change.domain.assessment;

/** What an assessor says. None of these authorizes anything. */
public enum Verdict {
    RECOMMEND,
    RECOMMEND_WITH_CONDITIONS,
    ADVISE_AGAINST
}
