package io.throughline.kernel.domain;

import java.time.Instant;
import java.util.Objects;

/**
 * Who does something, when, and why: what every verb of an entity is told.
 *
 * @param actor number of the person ({@code PER-000012}) or name of the part of the machine ({@code machine:rollout})
 * @param at business time, UTC, whole microseconds
 * @param reason why, or null where the verb needs none
 */
public record Deed(String actor, Instant at, String reason) {

    public Deed {
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(at, "at");
    }

    public Deed because(String why) {
        return new Deed(actor, at, why);
    }
}
