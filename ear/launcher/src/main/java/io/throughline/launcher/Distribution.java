package io.throughline.launcher;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The folder a distribution was unpacked to: {@code bin}, {@code lib}, {@code lib/jdbc}. */
public record Distribution(Path home) {

    /** System property of a server that is to deploy another EAR than its distribution's own: one under test. */
    public static final String APPLICATION_PROPERTY = "throughline.application";

    /** The distribution this class was loaded from. */
    public static Distribution ofThisProcess() {
        try {
            Path jar = Path.of(Distribution.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return new Distribution(jar.getParent().getParent());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public Path launcherJar() {
        return home.resolve("lib/throughline-launcher.jar");
    }

    public Path application() {
        String other = System.getProperty(APPLICATION_PROPERTY);
        return other == null ? home.resolve("lib/throughline.ear") : Path.of(other);
    }

    public Path drivers() {
        return home.resolve("lib/jdbc");
    }

    /** The JDBC drivers as Payara wants them: a path list. */
    String driverPath() {
        return String.join(
                File.pathSeparator, driverJars().stream().map(Path::toString).toList());
    }

    /** A class loader of the drivers alone; whoever opens it closes it. */
    URLClassLoader driverLoader() {
        List<URL> urls = new ArrayList<>();
        for (Path jar : driverJars()) {
            try {
                urls.add(jar.toUri().toURL());
            } catch (MalformedURLException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    private List<Path> driverJars() {
        try (Stream<Path> files = Files.list(drivers())) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException missing) {
            throw new UncheckedIOException("The distribution at " + home + " has no lib/jdbc", missing);
        }
    }
}
