package io.throughline.batch.connector.gateway;

import io.throughline.batch.connector.HostConnector;
import io.throughline.batch.connector.HostTarget;
import io.throughline.batch.connector.runner.HostRunner;
import io.throughline.batch.connector.ssh.SshHostConnector;
import io.throughline.batch.connector.ssh.SshIdentity;
import io.throughline.batch.connector.ssh.SshLimits;
import io.throughline.configuration.service.ServerView;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceLoader;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Holds the connector from the server's start to its end: the one for SSH, unless the application brings another one as a
 * service of the name {@link HostConnector}. The key with which it logs in is made at the first start, in
 * {@code keys/connector} of the data folder, the public half beside it for whoever sets up hosts.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class HostGateway {

    private HostConnector connector;
    private HostRunner runner;

    @PostConstruct
    void open() {
        SshIdentity identity = SshIdentity.loadOrCreate(keyFile());
        connector = ServiceLoader.load(HostConnector.class, HostConnector.class.getClassLoader())
                .findFirst()
                .orElseGet(() -> new SshHostConnector(identity, SshLimits.usual()));
        runner = new HostRunner(connector);
    }

    @PreDestroy
    void close() {
        connector.close();
    }

    public HostRunner runner() {
        return runner;
    }

    /**
     * The login under which a server is changed.
     *
     * @return empty when the record does not say how to reach it
     */
    public Optional<HostTarget> deployLogin(ServerView server) {
        return HostLogins.target(server, server.user());
    }

    /** The login under which a server is only looked at, without rights to write. */
    public Optional<HostTarget> probeLogin(ServerView server) {
        return HostLogins.target(server, server.probeUser());
    }

    private static Path keyFile() {
        Path folder = Path.of(ConfigProvider.getConfig()
                        .getOptionalValue("throughline.data", String.class)
                        .orElse("throughline-data"))
                .resolve("keys");
        try {
            return Files.createDirectories(folder).resolve("connector");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
