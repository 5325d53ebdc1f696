package io.throughline.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * What has to be true of the database before the server boots: an own Derby exists, a database elsewhere answers.
 *
 * <p>Derby writes a new database file by file, and one that was killed in the middle can never be opened again.
 * Therefore it is made in a folder beside, shut down, and renamed in one step.
 */
final class Database {

    private static final String UNFINISHED = "database.new";

    private final ServerConfiguration configuration;
    private final Distribution distribution;

    Database(ServerConfiguration configuration, Distribution distribution) {
        this.configuration = configuration;
        this.distribution = distribution;
    }

    /** Must be called under the lock of the data folder: leftovers of a killed first start are deleted. */
    void prepare() {
        if (configuration.derby()) {
            setDerbyProperties();
        }
        if (configuration.ownDerby()) {
            createDerby();
        } else {
            checkReachable();
        }
    }

    private void setDerbyProperties() {
        DataFolder data = configuration.dataFolder();
        // Relative database names and Derby's own files go where the data is, never to the current folder.
        System.setProperty("derby.system.home", data.root().toString());
        System.setProperty(
                "derby.stream.error.file", data.logs().resolve("derby.log").toString());
        System.setProperty("derby.infolog.append", "true");
        // Waiters are told soon and retry; a minute (the default) would be felt as a hanging server.
        System.setProperty("derby.locks.deadlockTimeout", "2");
        System.setProperty("derby.locks.waitTimeout", "10");
        // Row locks stay row locks: a whole table locked by escalation would stop everybody else.
        System.setProperty("derby.locks.escalationThreshold", "1000000");
    }

    private void createDerby() {
        DataFolder data = configuration.dataFolder();
        removeUnfinished(data.root());
        if (Files.isDirectory(data.database())) {
            return;
        }
        Path unfinished = data.root().resolve(UNFINISHED);
        try (URLClassLoader drivers = distribution.driverLoader()) {
            Driver driver = driver(drivers, "org.apache.derby.iapi.jdbc.AutoloadedDriver");
            driver.connect("jdbc:derby:" + unfinished + ";create=true", credentials())
                    .close();
            shutDown(driver, "jdbc:derby:" + unfinished + ";shutdown=true");
            shutDown(driver, "jdbc:derby:;shutdown=true");
            Files.move(unfinished, data.database(), StandardCopyOption.ATOMIC_MOVE);
        } catch (SQLException | IOException failed) {
            throw new LaunchRefused(
                    "The database in " + data.root() + " cannot be created: " + failed.getMessage(), failed);
        }
    }

    private static void removeUnfinished(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.getFileName().toString().startsWith(UNFINISHED))
                    .forEach(DataFolder::deleteTree);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Derby answers a successful shutdown with an exception of its own. */
    private static void shutDown(Driver driver, String url) throws SQLException {
        try {
            driver.connect(url, new Properties()).close();
        } catch (SQLException answer) {
            if (!"08006".equals(answer.getSQLState()) && !"XJ015".equals(answer.getSQLState())) {
                throw answer;
            }
        }
    }

    private void checkReachable() {
        String url = configuration.databaseUrl();
        if (configuration.derby()) {
            return;
        }
        try (URLClassLoader drivers = distribution.driverLoader()) {
            Properties credentials = credentials();
            credentials.setProperty("connectTimeout", "10");
            Connection connection = driver(drivers, "org.postgresql.Driver").connect(url, credentials);
            connection.close();
        } catch (SQLException | IOException unreachable) {
            throw new LaunchRefused(
                    "The database " + withoutSecrets(url) + " cannot be used: " + firstLine(unreachable) + ".",
                    unreachable);
        }
    }

    private static String withoutSecrets(String url) {
        int parameters = url.indexOf('?');
        return parameters < 0 ? url : url.substring(0, parameters);
    }

    private static String firstLine(Exception failure) {
        String message =
                String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
        return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
    }

    private Properties credentials() {
        Properties credentials = new Properties();
        credentials.setProperty("user", configuration.get(ServerOption.DB_USER));
        credentials.setProperty("password", configuration.get(ServerOption.DB_PASSWORD));
        return credentials;
    }

    private static Driver driver(ClassLoader loader, String className) throws SQLException {
        try {
            return (Driver) loader.loadClass(className).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException missing) {
            throw new SQLException("no JDBC driver " + className + " in lib/jdbc", missing);
        }
    }
}
