package io.throughline.kernel.domain.parameter;

import io.throughline.kernel.domain.refusal.Invalid;
import io.throughline.kernel.domain.refusal.Invalid.FieldError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * One parameter: its name, its type and which values it takes.
 *
 * @param name lower case letters, digits and {@code _}; a host sees it as {@code THROUGHLINE_PARAM_<NAME>}
 * @param defaultValue the value when none is given, or null
 * @param values what an {@link ParameterType#ENUM} takes; empty for the other types
 * @param pattern a regular expression that the whole value must match, or null
 * @param max for text the greatest length, for a number the greatest value; null: the type's own bound
 */
public record ParameterDefinition(
        String name,
        ParameterType type,
        boolean required,
        String defaultValue,
        List<String> values,
        String pattern,
        Long max) {

    /** The longest text that any parameter takes, in characters. */
    public static final int LONGEST_TEXT = 200;

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,39}");

    /** @throws Invalid naming each field of the definition that is wrong */
    public ParameterDefinition {
        values = values == null ? List.of() : List.copyOf(values);
        List<FieldError> errors = new ArrayList<>();
        if (name == null || !NAME.matcher(name).matches()) {
            errors.add(new FieldError("name", "must match " + NAME.pattern()));
        }
        if (type == null) {
            errors.add(new FieldError("type", "must be one of " + ParameterType.words()));
        }
        if (type == ParameterType.ENUM && values.isEmpty()) {
            errors.add(new FieldError("values", "must list what the enum takes"));
        }
        if (type != ParameterType.ENUM && !values.isEmpty()) {
            errors.add(new FieldError("values", "are for the type enum alone"));
        }
        if (max != null && type != ParameterType.STRING && type != ParameterType.INTEGER) {
            errors.add(new FieldError("max", "is for the types string and integer alone"));
        }
        if (pattern != null && !compiles(pattern)) {
            errors.add(new FieldError("pattern", "must be a regular expression"));
        }
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
        if (defaultValue != null) {
            Optional<String> wrong = wrongWith(defaultValue, type, values, pattern, max);
            if (wrong.isPresent()) {
                throw Invalid.field("default", wrong.get());
            }
        }
    }

    /** What is wrong with the value and what is allowed; empty when nothing is. */
    public Optional<String> wrongWith(String value) {
        return wrongWith(value, type, values, pattern, max);
    }

    /**
     * Checks the given values against the definitions and fills in the defaults, in the order of the definitions.
     *
     * @throws Invalid naming every value that is missing, unknown or not allowed, each as {@code parameters.<name>}
     */
    public static Map<String, String> resolve(List<ParameterDefinition> definitions, Map<String, String> given) {
        List<FieldError> errors = new ArrayList<>();
        Map<String, String> resolved = new LinkedHashMap<>();
        for (ParameterDefinition definition : definitions) {
            String value = given.getOrDefault(definition.name, definition.defaultValue);
            if (value == null) {
                if (definition.required) {
                    errors.add(new FieldError(
                            "parameters." + definition.name, "is missing; it takes " + definition.type.allowed()));
                }
                continue;
            }
            definition
                    .wrongWith(value)
                    .ifPresentOrElse(
                            wrong -> errors.add(new FieldError("parameters." + definition.name, wrong)),
                            () -> resolved.put(definition.name, value));
        }
        List<String> known = definitions.stream().map(ParameterDefinition::name).toList();
        given.keySet().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> errors.add(new FieldError("parameters." + name, "is not known; known are " + known)));
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
        return resolved;
    }

    private static Optional<String> wrongWith(
            String value, ParameterType type, List<String> values, String pattern, Long max) {
        if (value.length() > LONGEST_TEXT) {
            return Optional.of("must have at most " + LONGEST_TEXT + " characters");
        }
        if (!type.takes(value)) {
            return Optional.of("must be " + type.allowed());
        }
        if (type == ParameterType.ENUM && !values.contains(value)) {
            return Optional.of("must be one of " + values);
        }
        if (max != null && type == ParameterType.STRING && value.length() > max) {
            return Optional.of("must have at most " + max + " characters");
        }
        if (max != null && type == ParameterType.INTEGER && Long.parseLong(value) > max) {
            return Optional.of("must be at most " + max);
        }
        if (pattern != null && !Pattern.matches(pattern, value)) {
            return Optional.of("must match " + pattern);
        }
        return Optional.empty();
    }

    private static boolean compiles(String pattern) {
        try {
            Pattern.compile(pattern);
            return true;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }
}
