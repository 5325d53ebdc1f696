package io.throughline.kernel.domain;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Text that people write: not blank, not over-long, no control characters. Null is left to {@code @NotNull}. */
@Target({
    ElementType.FIELD,
    ElementType.METHOD,
    ElementType.PARAMETER,
    ElementType.RECORD_COMPONENT,
    ElementType.TYPE_USE
})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = PlainText.Validator.class)
public @interface PlainText {

    /** Most characters (UTF-16 units, as the databases count). */
    int max() default 200;

    /** Whether line breaks and tabs may stand in it. */
    boolean multiline() default false;

    String message() default "must have 1 to {max} characters and no control characters";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Checks one text. */
    class Validator implements ConstraintValidator<PlainText, String> {

        private int max;
        private boolean multiline;

        @Override
        public void initialize(PlainText rule) {
            max = rule.max();
            multiline = rule.multiline();
        }

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            if (text == null) {
                return true;
            }
            return !text.isBlank() && text.length() <= max && text.codePoints().allMatch(this::allowed);
        }

        private boolean allowed(int codePoint) {
            if (codePoint == '\n' || codePoint == '\r' || codePoint == '\t') {
                return multiline;
            }
            int type = Character.getType(codePoint);
            return type != Character.CONTROL
                    && type != Character.SURROGATE
                    && type != Character.LINE_SEPARATOR
                    && type != Character.PARAGRAPH_SEPARATOR;
        }
    }
}
