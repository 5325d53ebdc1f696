package io.throughline.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.throughline.identity.domain.Right;
import io.throughline.identity.service.Authority;
import java.lang.reflect.Field;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Pages and services as the container would put them together, with services that only say which right they ask for. */
final class Backstage {

    /** Number of the person who looks at the pages. */
    static final String NOBODY = "PER-999999";

    private static final Texts TEXTS = new Texts();

    private Backstage() {}

    /** What a service asked for, thrown so that nothing comes after it. */
    private static final class Asked extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Set<Right> anyOf;

        Asked(Set<Right> anyOf) {
            this.anyOf = anyOf;
        }
    }

    private static final class AskingAuthority extends Authority {

        @Override
        public String require(Right right) {
            throw new Asked(EnumSet.of(right));
        }

        @Override
        public String requireAny(Right first, Right... others) {
            throw new Asked(EnumSet.of(first, others));
        }
    }

    /** Notes which rights, any of which is enough, the service behind a verb asks for first of all. */
    static void ask(Map<String, Set<Right>> asked, String verb, Runnable call) {
        Asked thrown = catchThrowableOfType(Asked.class, call::run);
        assertThat(thrown).as("%s asks for a right before anything else", verb).isNotNull();
        asked.put(verb, thrown.anyOf);
    }

    static <S> S asking(S service) {
        give(service, new AskingAuthority());
        return service;
    }

    /** What somebody sees, of which something cannot be done. */
    @FunctionalInterface
    interface Seen {
        List<RecordPage.Obstacle> getObstacles();
    }

    static Seen opened(RecordPage page, String number, Set<Right> rights, Object... services) {
        page.texts = TEXTS;
        page.input = new Inputs();
        page.viewer = viewer(rights);
        give(page, Clock.systemUTC());
        for (Object service : services) {
            give(page, service);
        }
        page.setNumber(number);
        page.load();
        return page::getObstacles;
    }

    /** One row of a list. */
    static <V> Seen listed(DeedList<V> list, V row, Set<Right> rights) {
        list.texts = TEXTS;
        list.viewer = viewer(rights);
        return () -> list.obstacles(row);
    }

    private static Viewer viewer(Set<Right> rights) {
        return new Viewer() {
            @Override
            public String getNumber() {
                return NOBODY;
            }

            @Override
            public boolean may(Right right) {
                return rights.contains(right);
            }
        };
    }

    /** Puts a value into the fields of its type, as the container does. */
    private static void give(Object bean, Object value) {
        fields(bean.getClass(), field -> {
            if (field.getType().isInstance(value)) {
                try {
                    field.setAccessible(true);
                    field.set(bean, value);
                } catch (IllegalAccessException closed) {
                    throw new IllegalStateException(closed);
                }
            }
        });
    }

    private static void fields(Class<?> type, Consumer<Field> each) {
        for (Class<?> one = type; one.getName().startsWith("io.throughline"); one = one.getSuperclass()) {
            Arrays.stream(one.getDeclaredFields()).forEach(each);
        }
    }
}
