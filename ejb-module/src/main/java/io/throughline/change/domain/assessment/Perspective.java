package io.throughline.change.domain.assessment;

/** From where an assessor looks at a change. Each assessor judges one. */
public enum Perspective {
    BUSINESS,
    TECHNICAL,
    SECURITY,
    OPERATIONS,
    FINANCIAL,
    CONTINUITY
}
