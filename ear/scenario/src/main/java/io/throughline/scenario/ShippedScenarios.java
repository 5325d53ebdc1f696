package io.throughline.scenario;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The scenarios that come with the player, by their names. */
final class ShippedScenarios {

    static final List<String> NAMES = List.of(
            "ps006",
            "planned-change",
            "failed-wave",
            "incident-without-servers",
            "configuration-audit",
            "ready-rollout");

    private ShippedScenarios() {}

    /** The file itself if there is one; else, if it is the name of a shipped scenario, that one's file. */
    static Path resolve(Path given) throws IOException {
        String name = given.toString();
        if (Files.exists(given) || !NAMES.contains(name)) {
            return given;
        }
        URL url = ShippedScenarios.class.getResource("/scenarios/" + name + ".yaml");
        try {
            URI uri = url.toURI();
            if (uri.getScheme().equals("jar")) {
                open(uri);
            }
            return Path.of(uri);
        } catch (URISyntaxException e) {
            throw new IOException("scenario " + name + " cannot be found: " + e.getMessage(), e);
        }
    }

    private static void open(URI uri) throws IOException {
        try {
            FileSystems.newFileSystem(uri, Map.of());
        } catch (FileSystemAlreadyExistsException e) {
            // Opened before in this process, which is as good.
            return;
        }
    }
}
