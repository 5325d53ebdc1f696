package io.throughline.web.configuration;

import io.throughline.configuration.service.inventory.ImportRefused;
import io.throughline.configuration.service.inventory.ServerImportCommand;
import io.throughline.configuration.service.inventory.ServerImportService;
import io.throughline.configuration.service.inventory.ServerImportView;
import io.throughline.web.page.Attempt;
import io.throughline.web.page.Inputs;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Takes over servers from a file; one that has errors is refused as a whole, with a table of them. */
@Named
@RequestScoped
public class ServerImport {

    private static final String FORM = "IMPORT";

    @Inject
    ServerImportService imports;

    @Inject
    Attempt attempt;

    @Inject
    Inputs input;

    private Part file;
    private ServerImportView done;
    private List<ImportRefused.Error> errors = List.of();

    public String take() {
        return attempt.at(null, null, () -> {
            if (file != null && file.getSize() > 0) {
                input.set(FORM, "content", content(file));
            }
            try {
                done = imports.take(input.as(FORM, ServerImportCommand.class));
            } catch (ImportRefused refused) {
                errors = refused.errors();
                throw refused;
            }
            return done;
        });
    }

    private static String content(Part uploaded) throws IOException {
        try (var in = uploaded.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    public ServerImportView getDone() {
        return done;
    }

    public List<ImportRefused.Error> getErrors() {
        return errors;
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }
}
