package io.throughline.change.domain;

/** Which changes are wanted. Each may be null: then it does not matter. */
public record ChangeSearch(
        ChangeState state, ChangeType type, String requester, String owner, String incident, String service) {}
