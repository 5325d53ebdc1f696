package io.throughline.kernel.domain.refusal;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Input that cannot be taken: names every field and says what is allowed there. */
public class Invalid extends Refusal {

    private static final long serialVersionUID = 1L;

    /**
     * @param field path of the field, as the caller wrote it ({@code waves[1].percent})
     * @param allowed what is wrong and what is allowed, as the end of a sentence that begins with the field's name
     */
    public record FieldError(String field, String allowed) {}

    private final transient List<FieldError> errors;

    public Invalid(List<FieldError> errors) {
        super(
                "invalid-input",
                errors.stream().map(e -> e.field() + " " + e.allowed()).collect(Collectors.joining("; ")),
                Map.of("errors", errors));
        this.errors = List.copyOf(errors);
    }

    public static Invalid field(String field, String allowed) {
        return new Invalid(List.of(new FieldError(field, allowed)));
    }

    public List<FieldError> errors() {
        return errors;
    }

    @Override
    public int httpStatus() {
        return 422;
    }
}
