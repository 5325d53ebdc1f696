package io.throughline.verification.harness;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A tool that some tests want and a plain machine may lack. Such a test is not run there, and the build says so at its
 * end; with {@code -Dtools.required=true} that fails the build.
 */
public enum Tool {
    CHROMIUM("/usr/bin/chromium", "Debian package chromium"),
    NODE("/usr/bin/node", "Debian package nodejs"),
    PLAYWRIGHT("browser/node_modules/playwright-core", "npm ci --prefix ear/verification/browser"),
    OPENSSL("/usr/bin/openssl", "Debian package openssl"),
    GO("/usr/bin/go", "Debian package golang-go"),
    GO_SUMDB("/usr/share/gocode/src/golang.org/x/mod/sumdb/tlog", "Debian package golang-golang-x-mod-dev"),
    SIGSTORE("outsider/node_modules/@sigstore/verify", "npm ci --prefix ear/verification/outsider");

    private final Path path;
    private final String comesFrom;

    Tool(String path, String comesFrom) {
        this.path = Path.of(path);
        this.comesFrom = comesFrom;
    }

    /** Goes on only where the tool is installed. */
    public Path require() {
        assumeTrue(Files.exists(path), "there is no " + path + " (" + comesFrom + ")");
        return path;
    }
}
