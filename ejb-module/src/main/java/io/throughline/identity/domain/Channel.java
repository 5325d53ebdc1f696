package io.throughline.identity.domain;

/** How a person wants to be told. */
public enum Channel {
    EMAIL,
    PHONE
}
