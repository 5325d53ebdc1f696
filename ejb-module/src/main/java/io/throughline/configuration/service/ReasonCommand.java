package io.throughline.configuration.service;

import io.throughline.kernel.domain.PlainText;
import jakarta.validation.constraints.NotNull;

/** Why something is done with a server or a relation. */
public record ReasonCommand(
        @NotNull @PlainText(max = 4000, multiline = true) String reason) {}
