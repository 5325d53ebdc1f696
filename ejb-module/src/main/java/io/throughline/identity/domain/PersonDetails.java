package io.throughline.identity.domain;

import io.throughline.kernel.domain.refusal.Invalid;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What is known of a person.
 *
 * @param username by which the person logs in; null for a caller who never does
 * @param fullName as people write it
 * @param email address, needed for channel EMAIL
 * @param phone number, needed for channel PHONE
 * @param channel how the person wants to be told
 * @param organisation number of the organisation, or null
 * @param roles what the person does here; empty for a caller
 */
public record PersonDetails(
        String username,
        String fullName,
        String email,
        String phone,
        Channel channel,
        String organisation,
        Set<Role> roles) {

    public PersonDetails {
        List<Invalid.FieldError> errors = new ArrayList<>();
        if (roles != null && roles.stream().anyMatch(Objects::isNull)) {
            errors.add(new Invalid.FieldError("roles", "must not have null among them"));
        } else {
            roles = roles == null ? Set.of() : Set.copyOf(roles);
        }
        if (username != null && !isUsername(username)) {
            errors.add(new Invalid.FieldError(
                    "username", "must begin with a letter and have 2 to 63 of a-z, 0-9, dot, dash and underscore"));
        }
        if (fullName == null || fullName.isBlank()) {
            errors.add(new Invalid.FieldError("fullName", "must not be empty"));
        }
        if (channel == null) {
            errors.add(new Invalid.FieldError("channel", "must be EMAIL or PHONE"));
        } else if (channel == Channel.EMAIL && email == null) {
            errors.add(new Invalid.FieldError("email", "must be given when the channel is EMAIL"));
        } else if (channel == Channel.PHONE && phone == null) {
            errors.add(new Invalid.FieldError("phone", "must be given when the channel is PHONE"));
        }
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
    }

    /** Whether the text can be somebody's username. */
    public static boolean isUsername(String text) {
        return text.matches("[a-z][a-z0-9._-]{1,62}");
    }
}
