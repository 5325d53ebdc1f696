package io.throughline.configuration.service;

import io.throughline.configuration.domain.RelationType;
import jakarta.validation.constraints.NotNull;

/**
 * A relation to be noted.
 *
 * @param from number of the record at which it begins, for instance the server
 * @param to number of the record at which it ends, for instance the service
 */
public record RelationCommand(
        @NotNull String from, @NotNull String to, @NotNull RelationType type) {}
