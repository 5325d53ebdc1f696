package io.throughline.bench.fleet;

import io.throughline.batch.connector.HostAnswer;
import io.throughline.batch.connector.HostCommand;
import io.throughline.batch.connector.HostConnector;
import io.throughline.batch.connector.HostTarget;
import io.throughline.batch.connector.runner.HostRunner;
import io.throughline.batch.connector.runner.PackageOrder;
import io.throughline.release.domain.packaging.PackageArchive;
import io.throughline.release.domain.packaging.PackageBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * The package that is rolled out, of ten kilobytes, and the very commands by which Throughline has hosts install it and
 * look at themselves: what the peers are given to carry.
 */
public final class BenchPackage {

    public static final String PRODUCT = "bench";
    public static final String BEFORE = "1.0";
    /** What a host is asked in a diagnosis. */
    public static final String PROBE = "cat level";

    private static final int PAYLOAD = 7_000;
    private static final int SEED = 20_060_211;

    private static final String INSTALL = """
            echo "$THROUGHLINE_VERSION" >>ledger
            while [ -f hang ]; do sleep 1; done
            cp "$THROUGHLINE_PACKAGE/payload/data" payload
            echo "$THROUGHLINE_VERSION" >level
            """;
    private static final String VERIFY = "test \"$(cat level)\" = \"$THROUGHLINE_VERSION\" && test -s payload\n";
    private static final String ROLLBACK = "rm -f payload\necho \"$THROUGHLINE_BEFORE\" >level\n";

    private BenchPackage() {}

    public static PackageArchive of(Path folder, String version, Duration installLimit) {
        return new PackageBuilder()
                .file("manifest.json", """
                        {"format": 1, "product": "%s", "version": "%s",
                         "scripts": {"level": "level.sh", "install": "install.sh", "verify": "verify.sh",
                                     "rollback": "rollback.sh"},
                         "timeLimitSeconds": {"install": %d}}
                        """.formatted(PRODUCT, version, installLimit.toSeconds()))
                .file("level.sh", "cat level\n")
                .file("install.sh", INSTALL)
                .file("verify.sh", VERIFY)
                .file("rollback.sh", ROLLBACK)
                .file("payload/data", noise(PAYLOAD, version))
                .writeTo(folder.resolve(PRODUCT + "-" + version + ".tar.gz"));
    }

    /** So much text that differs from version to version and that nobody can compress. */
    public static String noise(int length, String version) {
        return new Random(SEED + version.hashCode())
                .ints(length, 0x20, 0x7f)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** The line that a host's shell gets for an installation; the archive is its standard input. */
    public static String installLine(PackageArchive archive, String reference) {
        return lineOf(runner -> runner.install(nobody(), new PackageOrder(archive, Map.of(), 1, reference)));
    }

    /** The line that a host's shell gets for a probe. */
    public static String probeLine() {
        return lineOf(runner -> runner.probe(nobody(), PROBE, Map.of(), Duration.ofSeconds(30)));
    }

    private static HostTarget nobody() {
        return new HostTarget("peer", "127.0.0.1", 22, "peer", List.of());
    }

    private static String lineOf(Consumer<HostRunner> order) {
        AtomicReference<String> line = new AtomicReference<>();
        HostConnector writesDown = new HostConnector() {
            @Override
            public CompletableFuture<HostAnswer> execute(HostTarget target, HostCommand command) {
                line.set(command.line());
                return new CompletableFuture<>();
            }

            @Override
            public void close() {
                // holds nothing
            }
        };
        order.accept(new HostRunner(writesDown));
        return line.get();
    }
}
