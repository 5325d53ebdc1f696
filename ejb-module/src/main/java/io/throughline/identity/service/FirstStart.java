package io.throughline.identity.service;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Sees to it that somebody can log in. Outside demo mode the administrator's one-time password goes into a file that
 * only the server's own user may read; the launcher shows it once and deletes it, so that no log ever holds it.
 */
@Singleton
@Startup
@DependsOn("Migrator")
@TransactionManagement(TransactionManagementType.BEAN)
public class FirstStart {

    /** The administrator's password in demo mode, told in the README. */
    public static final String DEMO_PASSWORD = "throughline-demo";

    /** Name of the file in the data folder. */
    public static final String ONE_TIME_PASSWORD_FILE = "one-time-password";

    @EJB
    AdministratorBootstrap bootstrap;

    @Inject
    @ConfigProperty(name = "throughline.demo", defaultValue = "false")
    boolean demo;

    @Inject
    @ConfigProperty(name = "throughline.data", defaultValue = "data")
    String dataFolder;

    @PostConstruct
    void ensureAdministrator() {
        try {
            Optional<String> oneTimePassword = bootstrap.ensureAdministrator(demo ? DEMO_PASSWORD : null);
            if (oneTimePassword.isPresent()) {
                keepForLauncher(oneTimePassword.get());
            }
        } catch (Exception e) {
            throw new EJBException("no administrator could be made", e);
        }
    }

    private void keepForLauncher(String password) throws IOException {
        Path file = Path.of(dataFolder).resolve(ONE_TIME_PASSWORD_FILE);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, password, StandardOpenOption.WRITE);
    }
}
