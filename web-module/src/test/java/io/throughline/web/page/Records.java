package io.throughline.web.page;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Views of which a test says only what it is about; the rest is empty, null, zero or false. */
final class Records {

    private Records() {}

    static <R extends Record> R with(Class<R> type, Map<String, ?> given) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = Arrays.stream(components)
                .map(component -> given.containsKey(component.getName())
                        ? given.get(component.getName())
                        : empty(component.getType()))
                .toArray();
        try {
            var constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException wrong) {
            throw new IllegalArgumentException(type + " cannot be made of " + given, wrong);
        }
    }

    private static Object empty(Class<?> type) {
        if (type == boolean.class) {
            return false;
        } else if (type == int.class) {
            return 0;
        } else if (type == long.class) {
            return 0L;
        } else if (type == double.class) {
            return 0.0;
        } else if (Map.class.isAssignableFrom(type)) {
            return Map.of();
        } else if (Set.class.isAssignableFrom(type)) {
            return Set.of();
        } else if (Collection.class.isAssignableFrom(type)) {
            return List.of();
        }
        return null;
    }
}
