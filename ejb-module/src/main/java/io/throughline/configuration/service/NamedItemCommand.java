package io.throughline.configuration.service;

import io.throughline.kernel.domain.PlainText;
import jakarta.validation.constraints.NotNull;

/** What is to be known of an organisation or an application. */
public record NamedItemCommand(
        @NotNull @PlainText(max = 120) String name,
        @PlainText(max = 4000, multiline = true) String description) {}
