package io.throughline.launcher.assembly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * The last step of the build: lays out the distribution. What is there and newer than its sources is left alone, so that
 * a second build costs nothing.
 *
 * <p>Arguments: folder to fill, folder of plain files, EAR, launcher, stock Payara Micro, the jars that Payara Micro
 * lacks for an EAR.
 */
public final class Assembly {

    private Assembly() {}

    public static void main(String[] arguments) throws IOException {
        Path home = Path.of(arguments[0]).toAbsolutePath().normalize();
        Path library = home.resolve("lib");
        Files.createDirectories(library);
        copyTree(Path.of(arguments[1]), home);
        copy(Path.of(arguments[2]), library.resolve("throughline.ear"));
        copy(Path.of(arguments[3]), library.resolve("throughline-launcher.jar"));
        AuditJar.write(library.resolve("throughline.ear"), library.resolve("throughline-audit.jar"));

        Path stock = Path.of(arguments[4]);
        List<Path> additions = Stream.of(arguments).skip(5).map(Path::of).toList();
        Path server = library.resolve("throughline-server.jar");
        if (!newer(server, stock) || additions.stream().anyMatch(added -> !newer(server, added))) {
            ServerJar.write(stock, additions, server);
        }
    }

    private static void copyTree(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                copy(file, target);
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        if (newer(to, from)) {
            return;
        }
        // Through a file beside: a server that runs from the old file keeps it.
        Path unfinished = to.resolveSibling(to.getFileName() + ".new");
        Files.copy(from, unfinished, StandardCopyOption.REPLACE_EXISTING);
        if (Files.isExecutable(from) && !unfinished.toFile().setExecutable(true, false)) {
            throw new IOException("Cannot make " + unfinished + " executable");
        }
        Files.move(unfinished, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static boolean newer(Path made, Path source) {
        return made.toFile().lastModified() > source.toFile().lastModified();
    }
}
