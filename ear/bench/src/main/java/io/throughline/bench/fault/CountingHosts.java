package io.throughline.bench.fault;

import io.throughline.bench.fleet.BenchPackage;
import io.throughline.bench.fleet.SshFleet;
import io.throughline.release.domain.packaging.PackageBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Hosts whose package writes down each time that it is begun, applied, taken back and gone: beyond the product's reach. */
final class CountingHosts {

    static final String VERSION = "2.0";

    private static final int PAYLOAD = 10_000;
    private static final String INSTALL = """
            echo "begun" >>ledger
            sleep 1.5
            cp "$THROUGHLINE_PACKAGE/payload/data" payload
            echo "$THROUGHLINE_VERSION" >level
            echo "applied" >>ledger
            """;
    private static final String ROLLBACK = """
            echo "back" >>ledger
            sleep 1
            rm -f payload
            echo "$THROUGHLINE_BEFORE" >level
            echo "gone" >>ledger
            """;

    private final SshFleet fleet;
    private final List<String> addresses;

    CountingHosts(SshFleet fleet, List<String> addresses) {
        this.fleet = fleet;
        this.addresses = addresses;
    }

    /** The package, as an archive. */
    static byte[] archive(Path folder) throws IOException {
        Path file = folder.resolve("counting.tar.gz");
        new PackageBuilder()
                .file("manifest.json", """
                        {"format": 1, "product": "%s", "version": "%s",
                         "scripts": {"level": "level.sh", "install": "install.sh", "verify": "verify.sh",
                                     "rollback": "rollback.sh"}}
                        """.formatted(BenchPackage.PRODUCT, VERSION))
                .file("level.sh", "cat level\n")
                .file("install.sh", INSTALL)
                .file("verify.sh", "test \"$(cat level)\" = \"$THROUGHLINE_VERSION\"\n")
                .file("rollback.sh", ROLLBACK)
                .file("payload/data", BenchPackage.noise(PAYLOAD, VERSION))
                .writeTo(file);
        return Files.readAllBytes(file);
    }

    /** How often the word stands in all ledgers together. */
    int count(String word) throws IOException {
        int count = 0;
        for (String address : addresses) {
            count += count(address, word);
        }
        return count;
    }

    /** Hosts that have begun one thing and not ended it. */
    int inFlight() throws IOException {
        return count("begun") - count("applied") + count("back") - count("gone");
    }

    /** How many hosts have not got the word once. */
    int without(String word) throws IOException {
        int without = 0;
        for (String address : addresses) {
            without += count(address, word) == 0 ? 1 : 0;
        }
        return without;
    }

    /** How many hosts have the word more than once. */
    int moreThanOnce(String word) throws IOException {
        int twice = 0;
        for (String address : addresses) {
            twice += count(address, word) > 1 ? 1 : 0;
        }
        return twice;
    }

    private int count(String address, String word) throws IOException {
        Path ledger = fleet.folder().resolve("hosts").resolve(address).resolve("ledger");
        if (!Files.exists(ledger)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(ledger)) {
            return (int) lines.filter(word::equals).count();
        }
    }
}
