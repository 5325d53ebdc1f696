package io.throughline.batch.connector.runner;

import io.throughline.release.domain.packaging.PackageArchive;
import io.throughline.release.domain.packaging.PackageBuilder;
import java.nio.file.Path;

/**
 * A package whose scripts write down in the host's {@code ledger} that they ran, and which files in the host's folder
 * disturb: {@code hold} keeps the installation going, {@code break-install} and {@code break-verify} let it fail.
 */
public final class TestPackage {

    private static final String INSTALL = """
            echo "install $THROUGHLINE_VERSION $THROUGHLINE_BEFORE" >>ledger
            printf '%s' "${THROUGHLINE_PARAM_NOTE:-}" >note
            echo "installing from $THROUGHLINE_BEFORE"
            test -s "$THROUGHLINE_PACKAGE/payload/data.txt" || exit 4
            while [ -f hold ]; do sleep 0.1; done
            if [ -f break-install ]; then echo broken >&2; exit 3; fi
            echo "$THROUGHLINE_VERSION" >level
            """;

    private TestPackage() {}

    public static PackageArchive version(Path folder, String version) {
        return version(folder, version, INSTALL);
    }

    public static PackageArchive version(Path folder, String version, String install) {
        String manifest = """
                {"format": 1, "product": "cart", "version": "%s",
                 "scripts": {"level": "s/level.sh", "install": "s/install.sh", "verify": "s/verify.sh",
                             "rollback": "s/rollback.sh"},
                 "parameters": [{"name": "note", "type": "string"}],
                 "timeLimitSeconds": {"install": 3, "level": 5, "verify": 5, "rollback": 5}}
                """;
        return new PackageBuilder()
                .file("manifest.json", manifest.formatted(version))
                .file("s/level.sh", "if [ -f level ]; then cat level; else echo none; fi\n")
                .file("s/install.sh", install)
                .file("s/verify.sh", "test ! -f break-verify && test \"$(cat level)\" = \"$THROUGHLINE_VERSION\"\n")
                .file(
                        "s/rollback.sh",
                        "echo rollback >>ledger\n[ ! -f break-rollback ] || exit 5\necho \"$THROUGHLINE_BEFORE\" >level\n")
                .file("payload/data.txt", "payload of " + version + "\n")
                .writeTo(folder.resolve("cart-" + version + "-" + Integer.toHexString(install.hashCode()) + ".tar.gz"));
    }
}
