package io.throughline.kernel.service;

import io.throughline.kernel.domain.refusal.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.List;

/** Checks what a service is asked to do, whoever asks: portal, API or batch. */
@ApplicationScoped
public class Commands {

    @Inject
    Validator validator;

    protected Commands() {}

    public Commands(Validator validator) {
        this.validator = validator;
    }

    /**
     * @return the command
     * @throws Invalid naming every field that breaks a rule of the command's record
     */
    public <C> C valid(C command) {
        if (command == null) {
            throw Invalid.field("body", "must not be empty");
        }
        List<Invalid.FieldError> errors = validator.validate(command).stream()
                .map(Commands::error)
                .sorted(Comparator.comparing(Invalid.FieldError::field))
                .toList();
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
        return command;
    }

    private static Invalid.FieldError error(ConstraintViolation<?> violation) {
        return new Invalid.FieldError(violation.getPropertyPath().toString(), violation.getMessage());
    }
}
