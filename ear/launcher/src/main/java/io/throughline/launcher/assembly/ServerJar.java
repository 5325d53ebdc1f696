package io.throughline.launcher.assembly;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/**
 * Payara Micro made to accept an EAR, by adding the jars it leaves out to its runtime folder. Entries are stored, not
 * compressed, because the server reads jars inside its jar.
 */
final class ServerJar {

    private ServerJar() {}

    static void write(Path stock, List<Path> additions, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        Path unfinished = target.resolveSibling(target.getFileName() + ".new");
        Files.copy(stock, unfinished, StandardCopyOption.REPLACE_EXISTING);
        URI zip = URI.create("jar:" + unfinished.toUri());
        try (FileSystem jar = FileSystems.newFileSystem(zip, Map.of("compressionMethod", "STORED"))) {
            for (Path added : additions) {
                Files.copy(
                        added,
                        jar.getPath("MICRO-INF/runtime", added.getFileName().toString()));
            }
        }
        Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
