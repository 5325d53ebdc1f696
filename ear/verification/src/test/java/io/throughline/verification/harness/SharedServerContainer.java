package io.throughline.verification.harness;

import io.throughline.launcher.ServerOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.spi.client.protocol.ProtocolDescription;
import org.jboss.arquillian.container.spi.client.protocol.metadata.HTTPContext;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.arquillian.container.spi.client.protocol.metadata.Servlet;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.descriptor.api.Descriptor;

/** Boots one server at the first deployment and keeps it for all later ones, until the run ends. */
public final class SharedServerContainer implements DeployableContainer<SharedServerConfiguration> {

    private TestDatabase database;
    private TestServer server;

    @Override
    public Class<SharedServerConfiguration> getConfigurationClass() {
        return SharedServerConfiguration.class;
    }

    @Override
    public void setup(SharedServerConfiguration configuration) {
        // everything is told by system properties of the run
    }

    @Override
    public void start() {
        // booted with the first deployment: the server takes its application when it starts
    }

    @Override
    public ProtocolDescription getDefaultProtocol() {
        return new ProtocolDescription("Servlet 5.0");
    }

    @Override
    public ProtocolMetaData deploy(Archive<?> archive) throws DeploymentException {
        if (server == null) {
            boot(archive);
        }
        HTTPContext context = new HTTPContext("127.0.0.1", server.port());
        context.add(new Servlet("ArquillianServletRunnerEE9", "/"));
        context.add(new Servlet("default", "/"));
        return new ProtocolMetaData().addContext(context);
    }

    private void boot(Archive<?> archive) throws DeploymentException {
        Path work = Path.of(System.getProperty("it.work")).toAbsolutePath();
        try {
            Files.createDirectories(work);
            Path application = work.resolve("throughline.ear");
            archive.as(ZipExporter.class).exportTo(application.toFile(), true);
            database = TestDatabase.start();
            Map<ServerOption, String> options = new EnumMap<>(ServerOption.class);
            options.putAll(database.options());
            options.put(ServerOption.DEMO, "true");
            server = TestServer.start(Files.createTempDirectory(work, "data"), options, application);
        } catch (IOException | RuntimeException failed) {
            stop();
            throw new DeploymentException(String.valueOf(failed.getMessage()), failed);
        }
    }

    @Override
    public void undeploy(Archive<?> archive) {
        // shared by the test classes that follow
    }

    @Override
    public void stop() {
        if (server != null) {
            server.close();
            server = null;
        }
        if (database != null) {
            database.close();
            database = null;
        }
    }

    @Override
    public void deploy(Descriptor descriptor) {
        throw new UnsupportedOperationException("Only the application is deployed");
    }

    @Override
    public void undeploy(Descriptor descriptor) {
        throw new UnsupportedOperationException("Only the application is deployed");
    }
}
