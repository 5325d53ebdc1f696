package io.throughline.launcher.demo;

import java.nio.file.Path;

/** The Java that runs this process, for those it starts. */
final class Java {

    private Java() {}

    static String executable() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
