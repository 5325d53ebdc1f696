package io.throughline.bench.rollout;

import io.throughline.batch.connector.HostConnector;
import io.throughline.bench.product.AlteredApplication;
import io.throughline.bench.simulated.SimulatedConnector;
import java.io.IOException;
import java.nio.file.Path;

/** The application as it is delivered, with the simulated connector beside the one for SSH. */
final class SimulatedApplication {

    private static final String MODULE = "batch-jobs.jar";

    private SimulatedApplication() {}

    static Path of(Path ear, Path work) throws IOException {
        String connector = SimulatedConnector.class.getName();
        return new AlteredApplication()
                .with(MODULE, connector, connector + "$Order")
                .withText(MODULE, "META-INF/services/" + HostConnector.class.getName(), connector + "\n")
                .of(ear, work);
    }
}
