package io.throughline.batch.engine;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jberet.creation.AbstractArtifactFactory;

/**
 * Makes a job's artifacts as CDI beans, by the name that the job's XML gives ({@code @Named}).
 *
 * <p>A {@code @Dependent} artifact belongs to one step and is destroyed with it, together with what was injected into it.
 */
final class CdiArtifactFactory extends AbstractArtifactFactory {

    private final BeanManager beanManager;
    private final Map<Object, CreationalContext<?>> dependents = Collections.synchronizedMap(new IdentityHashMap<>());

    CdiArtifactFactory(BeanManager beanManager) {
        this.beanManager = beanManager;
    }

    @Override
    public Class<?> getArtifactClass(String reference, ClassLoader classLoader) {
        Bean<?> bean = findBean(reference, beanManager, classLoader);
        return bean == null ? null : bean.getBeanClass();
    }

    @Override
    public Object create(String reference, Class<?> type, ClassLoader classLoader) {
        Bean<?> bean = findBean(reference, beanManager, classLoader);
        if (bean == null) {
            return null;
        }
        CreationalContext<?> context = beanManager.createCreationalContext(bean);
        Object artifact = beanManager.getReference(bean, bean.getBeanClass(), context);
        if (bean.getScope() == Dependent.class) {
            dependents.put(artifact, context);
        }
        return artifact;
    }

    @Override
    public void destroy(Object artifact) {
        CreationalContext<?> context = dependents.remove(artifact);
        if (context == null) {
            super.destroy(artifact);
        } else {
            context.release();
        }
    }
}
