package io.throughline.verification.harness;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Base of every test class that runs inside the application; injection ({@code @Inject}, {@code @EJB},
 * {@code @Resource}) works in it. A method marked {@code @RunAsClient} runs outside, against the same server.
 *
 * <p>All classes share one server and one database: a test makes the records it needs and asserts on those alone. They
 * run one after the other, because Arquillian knows its container by the thread.
 */
@Execution(ExecutionMode.SAME_THREAD)
@ExtendWith(ArquillianExtension.class)
public abstract class InContainer {

    @Deployment
    public static Archive<?> application() {
        return TestApplication.deployment();
    }
}
