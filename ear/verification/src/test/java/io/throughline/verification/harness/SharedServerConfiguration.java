package io.throughline.verification.harness;

import org.jboss.arquillian.container.spi.client.container.ContainerConfiguration;

/** Nothing to configure: a run is told what to do by system properties. */
public final class SharedServerConfiguration implements ContainerConfiguration {

    @Override
    public void validate() {
        if (System.getProperty("throughline.distribution") == null || System.getProperty("it.work") == null) {
            throw new IllegalStateException("The build passes throughline.distribution and it.work");
        }
    }
}
