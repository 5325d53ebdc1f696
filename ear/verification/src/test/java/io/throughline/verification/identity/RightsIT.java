package io.throughline.verification.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.identity.service.PersonService;
import io.throughline.identity.service.PersonView;
import io.throughline.kernel.domain.refusal.Refusal;
import io.throughline.verification.fixture.Sessions;
import io.throughline.verification.harness.InContainer;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Every public method of every service refuses who has no right, before it looks at anything else: it is called with
 * nothing for arguments. What needs no right is written down here with its reason, method by method.
 */
class RightsIT extends InContainer {

    private static final Set<String> REFUSALS = Set.of("missing-right", "machine-only");

    @Inject
    private BeanManager beans;

    @Inject
    private PersonService people;

    @Test
    void whoHasNoRightIsRefusedEverywhere() throws Exception {
        PersonView nobody = Sessions.person(people);
        List<String> open = new ArrayList<>();
        Set<String> met = new TreeSet<>();
        for (Bean<?> service : services()) {
            Object proxy = beans.getReference(service, service.getBeanClass(), beans.createCreationalContext(service));
            for (Method method : methods(service.getBeanClass())) {
                String name = service.getBeanClass().getSimpleName() + "." + method.getName();
                met.add(name);
                if (!NeedsNoRight.WHY.containsKey(name)
                        && !NeedsNoRight.WHY.containsKey(service.getBeanClass().getSimpleName())) {
                    String outcome = outcome(nobody, proxy, method);
                    if (!REFUSALS.contains(outcome)) {
                        open.add(name + ": " + outcome);
                    }
                }
            }
        }

        assertThat(met).hasSizeGreaterThan(150);
        assertThat(open).isEmpty();
        assertThat(met.stream().map(name -> name.substring(0, name.indexOf('.'))))
                .as("what is excused is there")
                .containsAll(NeedsNoRight.WHY.keySet().stream()
                        .map(name -> name.contains(".") ? name.substring(0, name.indexOf('.')) : name)
                        .toList());
        assertThat(met)
                .containsAll(NeedsNoRight.WHY.keySet().stream()
                        .filter(name -> name.contains("."))
                        .toList());
    }

    private List<Bean<?>> services() {
        return beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .filter(bean -> bean.getBeanClass().getName().startsWith("io.throughline.")
                        && bean.getBeanClass().isAnnotationPresent(Stateless.class))
                .sorted(Comparator.comparing(bean -> bean.getBeanClass().getName()))
                .toList();
    }

    private static List<Method> methods(Class<?> service) {
        return Arrays.stream(service.getMethods())
                .filter(method -> method.getDeclaringClass().getName().startsWith("io.throughline.")
                        && !Modifier.isStatic(method.getModifiers())
                        && !method.isBridge())
                .sorted(Comparator.comparing(Method::toString))
                .toList();
    }

    /** Key of the refusal, or what else came of it. */
    private static String outcome(PersonView caller, Object service, Method method) throws Exception {
        Object[] nothing =
                Arrays.stream(method.getParameterTypes()).map(RightsIT::nothing).toArray();
        return Sessions.as(caller.number(), () -> {
            try {
                method.invoke(service, nothing);
                return "done";
            } catch (InvocationTargetException thrown) {
                return thrown.getCause() instanceof Refusal refusal
                        ? refusal.key()
                        : thrown.getCause().toString();
            }
        });
    }

    private static Object nothing(Class<?> type) {
        if (type == boolean.class) {
            return false;
        }
        if (type == int.class) {
            return 1;
        }
        return type == long.class ? (Object) 1L : null;
    }
}
