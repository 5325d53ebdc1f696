package io.throughline.configuration.service.inventory;

import java.util.List;

/**
 * What an import did.
 *
 * @param created numbers of the servers that are new
 * @param changed numbers of the servers of which something else is known now
 * @param unchanged how many were known as the file has them
 * @param errors always empty here: a file with errors is refused as a whole
 */
public record ServerImportView(
        List<String> created, List<String> changed, int unchanged, List<ImportRefused.Error> errors) {}
