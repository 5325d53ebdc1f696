package io.throughline.configuration.domain;

/** What is done with relations. */
public enum RelationVerb {
    RELATE,
    END
}
