package io.throughline.kernel.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.kernel.CompiledClasses;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every state machine has its matrix: some parametrised test takes each of its states with each of its verbs. The
 * machines are found in the compiled classes, so that a new one without a test is found too.
 */
class EveryStateMachineTest {

    /** {@code state verb}, with their types, of every pair that some parametrised test of the module is given. */
    private static final Set<String> TESTED = new HashSet<>();

    /** A table, and the enum of the states in it. */
    private record Machine(Class<?> states, Transitions<?, ?> table) {

        @Override
        public String toString() {
            return states.getName();
        }
    }

    static List<Machine> machines() {
        return CompiledClasses.besides(Transitions.class)
                .filter(Class::isEnum)
                .flatMap(states -> Arrays.stream(states.getDeclaredFields())
                        .filter(EveryStateMachineTest::isTable)
                        .map(field -> new Machine(states, (Transitions<?, ?>) read(field))))
                .toList();
    }

    @BeforeAll
    static void whatTheTestsAreGiven() {
        CompiledClasses.besides(EveryStateMachineTest.class)
                .filter(type -> type != EveryStateMachineTest.class)
                .forEach(type -> Arrays.stream(type.getDeclaredMethods())
                        .filter(method -> method.isAnnotationPresent(ParameterizedTest.class))
                        .filter(method -> method.isAnnotationPresent(MethodSource.class))
                        .filter(EveryStateMachineTest::takesTwoConstants)
                        .flatMap(method -> Arrays.stream(
                                method.getAnnotation(MethodSource.class).value()))
                        .flatMap(source -> given(type, source))
                        .map(Arguments::get)
                        .forEach(pair -> TESTED.add(pair(pair[0], pair[1]))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("machines")
    void isTriedFromEveryStateWithEveryVerb(Machine machine) {
        Set<Object> performed = Arrays.stream(machine.states().getEnumConstants())
                .flatMap(state -> allowed(machine.table(), state).stream())
                .collect(Collectors.toSet());
        Set<String> missing = new TreeSet<>();
        for (Object state : machine.states().getEnumConstants()) {
            performed.stream()
                    .map(verb -> pair(state, verb))
                    .filter(pair -> !TESTED.contains(pair))
                    .forEach(missing::add);
        }

        assertThat(performed).isNotEmpty();
        assertThat(missing).as("pairs that no parametrised test takes").isEmpty();
    }

    private static boolean takesTwoConstants(Method test) {
        Class<?>[] types = test.getParameterTypes();
        return types.length >= 2 && types[0].isEnum() && types[1].isEnum();
    }

    private static boolean isTable(Field field) {
        return Modifier.isStatic(field.getModifiers())
                && field.getGenericType() instanceof ParameterizedType type
                && type.getRawType() == Transitions.class;
    }

    private static Object read(Field field) {
        try {
            field.setAccessible(true);
            return field.get(null);
        } catch (IllegalAccessException closed) {
            throw new IllegalStateException(closed);
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static List<?> allowed(Transitions table, Object state) {
        return table.allowed((Enum) state);
    }

    @SuppressWarnings("unchecked")
    private static Stream<Arguments> given(Class<?> type, String source) {
        try {
            Method method = type.getDeclaredMethod(source);
            method.setAccessible(true);
            return (Stream<Arguments>) method.invoke(null);
        } catch (ReflectiveOperationException wrong) {
            throw new IllegalStateException(type + " names " + source, wrong);
        }
    }

    private static String pair(Object state, Object verb) {
        return "%s.%s %s.%s"
                .formatted(state.getClass().getName(), state, verb.getClass().getName(), verb);
    }
}
