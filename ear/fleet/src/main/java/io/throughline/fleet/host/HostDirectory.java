package io.throughline.fleet.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The directory of one host: home of both its accounts and, for what runs on it, the whole machine.
 *
 * <p>{@code host.properties} says whose it is; {@code .ssh} holds the host key and can be read by nobody else.
 */
public final class HostDirectory {

    private static final String SECRETS = ".ssh";

    private final Path root;

    public HostDirectory(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    public Path path() {
        return root;
    }

    Path secrets() {
        return root.resolve(SECRETS);
    }

    /** Empties the directory but for the host key, then lays the files down. */
    void layOut(HostDescription description) throws IOException {
        if (Files.isDirectory(root)) {
            try (Stream<Path> children = Files.list(root)) {
                for (Path child : children.toList()) {
                    if (!child.getFileName().toString().equals(SECRETS)) {
                        deleteTree(child);
                    }
                }
            }
        }
        Files.createDirectories(root.resolve("tmp"));
        Files.createDirectories(secrets());
        Files.setPosixFilePermissions(secrets(), PosixFilePermissions.fromString("rwx------"));
        Files.writeString(root.resolve("host.properties"), properties(description));
        for (Map.Entry<String, String> file : description.files().entrySet()) {
            write(file.getKey(), file.getValue());
        }
    }

    private static String properties(HostDescription description) {
        return "name=" + description.name() + '\n'
                + "address=" + description.address() + '\n'
                + "port=" + description.port() + '\n'
                + "site=" + orEmpty(description.site()) + '\n'
                + "role=" + orEmpty(description.role()) + '\n'
                + "services=" + String.join(",", description.services()) + '\n'
                + "applications=" + String.join(",", description.applications()) + '\n';
    }

    private static String orEmpty(String value) {
        return value == null ? "" : value;
    }

    /**
     * Where a relative path lies.
     *
     * @throws IllegalArgumentException if it would lie outside this directory or among the host's secrets
     */
    public Path resolve(String relative) {
        Path resolved = root.resolve(relative).normalize();
        if (!resolved.startsWith(root) || resolved.equals(root) || resolved.startsWith(secrets())) {
            throw new IllegalArgumentException("'" + relative + "' does not name a file of the host");
        }
        return resolved;
    }

    /** Writes a file, its folders included, so that a reader sees the old content or the new. */
    public void write(String relative, String content) throws IOException {
        Path target = resolve(relative);
        Files.createDirectories(target.getParent());
        Path aside = Files.createTempFile(target.getParent(), ".", ".new");
        Files.writeString(aside, content);
        boolean script = content.startsWith("#!");
        Files.setPosixFilePermissions(aside, PosixFilePermissions.fromString(script ? "rwxr-xr-x" : "rw-r--r--"));
        Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    public void delete(String relative) throws IOException {
        Path target = resolve(relative);
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            deleteTree(target);
        }
    }

    void deleteAll() throws IOException {
        if (Files.exists(root)) {
            deleteTree(root);
        }
    }

    /** A copy without the host's secrets, for somebody who may look and must not touch. */
    public void copyTo(Path target) throws IOException {
        try (Stream<Path> tree = Files.walk(root)) {
            for (Path source : (Iterable<Path>) tree.filter(path -> !path.startsWith(secrets()))::iterator) {
                Files.copy(
                        source,
                        target.resolve(root.relativize(source).toString()),
                        StandardCopyOption.REPLACE_EXISTING,
                        StandardCopyOption.COPY_ATTRIBUTES,
                        LinkOption.NOFOLLOW_LINKS);
            }
        }
    }

    public static void deleteTree(Path tree) throws IOException {
        try (Stream<Path> all = Files.walk(tree)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.deleteIfExists(path);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
