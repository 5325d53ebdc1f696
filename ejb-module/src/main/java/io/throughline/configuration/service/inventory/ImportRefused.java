package io.throughline.configuration.service.inventory;

import io.throughline.kernel.domain.refusal.Refusal;
import java.util.List;
import java.util.Map;

/** The file has errors; nothing of it was taken. Names each with its line and field. */
public class ImportRefused extends Refusal {

    private static final long serialVersionUID = 1L;

    /**
     * @param line from 1; 0 for the file as a whole
     * @param field column, variable or part of the line
     * @param allowed what is wrong and what is allowed, as the end of a sentence that begins with the field's name
     */
    public record Error(int line, String field, String allowed) {}

    private final transient List<Error> errors;

    ImportRefused(List<Error> errors) {
        super(
                "import-refused",
                "Nothing was imported; the first of %d errors: line %d, %s %s."
                        .formatted(
                                errors.size(),
                                errors.get(0).line(),
                                errors.get(0).field(),
                                errors.get(0).allowed()),
                Map.of("errors", List.copyOf(errors)));
        this.errors = List.copyOf(errors);
    }

    public List<Error> errors() {
        return errors;
    }

    @Override
    public int httpStatus() {
        return 422;
    }
}
