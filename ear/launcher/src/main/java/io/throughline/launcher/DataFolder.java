package io.throughline.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folder that outlives a server: database, packages, keys, logs, and the server's own working files. */
public record DataFolder(Path root) {

    public Path database() {
        return root.resolve("database");
    }

    public Path packages() {
        return root.resolve("packages");
    }

    public Path keys() {
        return root.resolve("keys");
    }

    public Path logs() {
        return root.resolve("logs");
    }

    /** Working files of Payara; made new at each start. */
    public Path server() {
        return root.resolve("server");
    }

    Path lockFile() {
        return root.resolve("throughline.lock");
    }

    Path processFile() {
        return root.resolve("throughline.pid");
    }

    public Path log() {
        return logs().resolve("server.log");
    }

    /** Written by the server at its very first start outside demo mode; see {@link FirstPassword}. */
    public Path oneTimePassword() {
        return root.resolve("one-time-password");
    }

    Path startLog() {
        return logs().resolve("start.log");
    }

    /**
     * Creates what is missing.
     *
     * @return the folders created, deepest last, so that a start refused later can take them away again
     */
    public List<Path> create() {
        List<Path> created = new ArrayList<>();
        try {
            for (Path folder : List.of(root, packages(), keys(), logs(), server())) {
                createWithParents(folder, created);
            }
            Path probe = Files.createTempFile(root, "writable", null);
            Files.delete(probe);
        } catch (IOException refused) {
            remove(created);
            throw new LaunchRefused(
                    "The data folder " + root + " cannot be written: " + reason(refused) + ".", refused);
        }
        return created;
    }

    private static void createWithParents(Path folder, List<Path> created) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        if (folder.getParent() != null) {
            createWithParents(folder.getParent(), created);
        }
        Files.createDirectory(folder);
        created.add(folder);
    }

    private static String reason(IOException refused) {
        if (refused instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (refused instanceof FileAlreadyExistsException existing) {
            return existing.getFile() + " is not a folder";
        }
        return String.valueOf(refused.getMessage());
    }

    /**
     * After a start that was refused: takes away the whole folder if {@link #create} made it and no database came to be in it,
     * and whatever else that made and is still empty.
     */
    public void undo(List<Path> created) {
        if (created.contains(root) && !Files.exists(database())) {
            deleteTree(root);
        }
        remove(created);
    }

    /** Takes away what {@link #create} made, as far as it is still empty. */
    static void remove(List<Path> created) {
        for (int i = created.size() - 1; i >= 0; i--) {
            try {
                Files.deleteIfExists(created.get(i));
            } catch (IOException notEmpty) {
                return;
            }
        }
    }

    static void deleteTree(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot delete " + folder, failed);
        }
    }
}
