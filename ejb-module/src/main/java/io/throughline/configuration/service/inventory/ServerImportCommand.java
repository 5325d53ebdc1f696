package io.throughline.configuration.service.inventory;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * A file of servers to be taken over.
 *
 * @param service number of a service that all of them provide, or null
 */
public record ServerImportCommand(
        @NotNull InventoryFormat format,

        @NotNull @Size(min = 1, max = ServerImportService.MOST_CHARACTERS)
        String content,

        String service) {}
