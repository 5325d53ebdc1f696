package io.throughline.bench.rollout;

import io.throughline.batch.connector.HostConnector;
import io.throughline.bench.simulated.SimulatedConnector;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The application as it is delivered, with the simulated connector beside the one for SSH. */
final class SimulatedApplication {

    private static final String MODULE = "batch-jobs.jar";

    private SimulatedApplication() {}

    static Path of(Path ear, Path work) throws IOException {
        Path application = work.resolve("throughline.ear");
        Files.copy(ear, application, StandardCopyOption.REPLACE_EXISTING);
        Path module = work.resolve(MODULE);
        try (FileSystem archive = FileSystems.newFileSystem(application)) {
            Files.copy(archive.getPath(MODULE), module, StandardCopyOption.REPLACE_EXISTING);
            try (FileSystem jar = FileSystems.newFileSystem(module)) {
                for (String name : List.of("", "$Order")) {
                    String path = SimulatedConnector.class.getName().replace('.', '/') + name + ".class";
                    Path inside = jar.getPath(path);
                    Files.createDirectories(inside.getParent());
                    try (InputStream in = SimulatedConnector.class.getResourceAsStream("/" + path)) {
                        Files.copy(in, inside, StandardCopyOption.REPLACE_EXISTING);
                    }
                }
                Path services = jar.getPath("META-INF/services");
                Files.createDirectories(services);
                Files.writeString(
                        services.resolve(HostConnector.class.getName()), SimulatedConnector.class.getName() + "\n");
            }
            Files.copy(module, archive.getPath(MODULE), StandardCopyOption.REPLACE_EXISTING);
        }
        return application;
    }
}
