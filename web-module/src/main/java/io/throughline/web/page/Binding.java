package io.throughline.web.page;

import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.refusal.Invalid;
import io.throughline.kernel.domain.refusal.Invalid.FieldError;
import jakarta.validation.ConstraintViolation;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes command records of what was typed in. A field {@code window_from} is component {@code from} of {@code window}. */
final class Binding {

    /** What an empty field means for a component that cannot be null. */
    private static final Map<Class<?>, Object> EMPTY =
            Map.of(boolean.class, false, int.class, 0, long.class, 0L, double.class, 0.0);

    private Binding() {}

    static <R extends Record> R bind(Class<R> type, Map<String, Object> values) {
        List<FieldError> errors = new ArrayList<>();
        R bound = bind(type, values, "", errors);
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
        return bound;
    }

    /** The field names as the forms write them. */
    static void refuseViolations(Set<? extends ConstraintViolation<?>> violations) {
        if (!violations.isEmpty()) {
            throw new Invalid(violations.stream()
                    .map(v -> new FieldError(v.getPropertyPath().toString(), v.getMessage()))
                    .sorted((a, b) -> a.field().compareTo(b.field()))
                    .toList());
        }
    }

    static List<String> texts(Object value) {
        if (value == null) {
            return List.of();
        }
        Collection<?> items = value instanceof Collection<?> many
                ? many
                : value instanceof Object[] array
                        ? Arrays.asList(array)
                        : List.of(value.toString().split("[,;\\s]+"));
        return items.stream()
                .map(item -> item.toString().strip())
                .filter(item -> !item.isEmpty())
                .toList();
    }

    private static <R extends Record> R bind(
            Class<R> type, Map<String, Object> values, String path, List<FieldError> errors) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] arguments = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            RecordComponent component = components[i];
            String field = path + component.getName();
            try {
                arguments[i] = component.getType().isRecord() && component.getType() != RecordNumber.class
                        ? nested(component, values, field, errors)
                        : converted(component.getGenericType(), component.getType(), values.get(component.getName()));
            } catch (IllegalArgumentException | DateTimeException e) {
                errors.add(new FieldError(field, allowed(component.getType())));
            }
        }
        return errors.isEmpty() ? construct(type, components, arguments) : null;
    }

    @SuppressWarnings("unchecked")
    private static Record nested(
            RecordComponent component, Map<String, Object> values, String field, List<FieldError> errors) {
        String prefix = component.getName() + "_";
        Map<String, Object> inner = new HashMap<>();
        values.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                inner.put(name.substring(prefix.length()), value);
            }
        });
        boolean empty = inner.values().stream()
                .allMatch(value -> value == null || value.toString().isBlank());
        return empty ? null : bind((Class<? extends Record>) component.getType(), inner, field + ".", errors);
    }

    private static <R> R construct(Class<R> type, RecordComponent[] components, Object[] arguments) {
        try {
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Constructor<R> constructor = type.getDeclaredConstructor(types);
            // forms of one page only are records that nobody else sees
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be made here", e);
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Object converted(Type generic, Class<?> type, Object value) {
        if (type == List.class || type == Set.class || type == Collection.class) {
            Class<?> element = (Class<?>) ((ParameterizedType) generic).getActualTypeArguments()[0];
            if (texts(value).isEmpty()) {
                return null;
            }
            var items = texts(value).stream().map(item -> converted(element, element, item));
            return type == Set.class ? items.collect(Collectors.toCollection(LinkedHashSet::new)) : items.toList();
        }
        if (value == null || value.toString().isBlank()) {
            return EMPTY.get(type);
        }
        String text = value.toString().strip();
        if (type == String.class) {
            return text;
        } else if (type == int.class || type == Integer.class) {
            return Integer.valueOf(text);
        } else if (type == long.class || type == Long.class) {
            return Long.valueOf(text);
        } else if (type == double.class || type == Double.class) {
            return Double.valueOf(text);
        } else if (type == boolean.class || type == Boolean.class) {
            return Boolean.valueOf(text);
        } else if (type.isEnum()) {
            return Enum.valueOf((Class<Enum>) type, text);
        } else if (type == Instant.class) {
            return text.endsWith("Z")
                    ? Instant.parse(text)
                    : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        } else if (type == Duration.class) {
            return Duration.parse(text);
        } else if (type == RecordNumber.class) {
            return RecordNumber.parse(text);
        }
        return value;
    }

    private static String allowed(Class<?> type) {
        if (type.isEnum()) {
            return "must be one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
        } else if (type == Instant.class) {
            return "must be a date and time in UTC, as in 2026-03-01T18:30";
        } else if (Number.class.isAssignableFrom(type) || type == int.class || type == long.class) {
            return "must be a whole number";
        }
        return "cannot be read";
    }
}
