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
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
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
        if (!bootstrap.isNeeded()) {
            return;
        }
        try {
            if (demo) {
                bootstrap.makeAdministrator(DEMO_PASSWORD, false);
            } else {
                String password = bootstrap.oneTimePassword();
                // First the file: a server that dies in between must not leave an administrator whose password nobody
                // knows.
                keepForLauncher(password);
                bootstrap.makeAdministrator(password, true);
            }
        } catch (Exception e) {
            if (bootstrap.isNeeded()) {
                throw new EJBException("no administrator could be made", e);
            }
            // Another node that started at the same moment made the administrator, with the password in its own folder.
            forget();
        }
    }

    private void keepForLauncher(String password) throws IOException {
        Path file = file();
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, password, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
    }

    private void forget() {
        try {
            Files.deleteIfExists(file());
        } catch (IOException stays) {
            throw new UncheckedIOException(stays);
        }
    }

    private Path file() {
        return Path.of(dataFolder).resolve(ONE_TIME_PASSWORD_FILE);
    }
}
