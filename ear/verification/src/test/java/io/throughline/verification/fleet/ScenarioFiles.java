package io.throughline.verification.fleet;

import io.throughline.release.domain.packaging.PackageArchive;
import io.throughline.release.domain.packaging.PackageContent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What the shipped scenarios put on servers. */
final class ScenarioFiles {

    private static final Path SCENARIOS = Path.of("../scenario/src/main/scenarios");

    private ScenarioFiles() {}

    /** The shopping cart that rejects the gateway's new authority, by paths below a server's folder. */
    static Map<String, String> oldCart() throws IOException {
        Path folder = SCENARIOS.resolve("servers/shopping-cart-4.2.7");
        Map<String, String> files = new HashMap<>();
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return files;
    }

    /** Its cure, as the player packs it. */
    static PackageArchive patch() throws IOException {
        return PackageArchive.read(PackageContent.of(
                io.throughline.scenario.world.PackageArchive.of(SCENARIOS.resolve("packages/shopping-cart-4.2.8"))));
    }
}
