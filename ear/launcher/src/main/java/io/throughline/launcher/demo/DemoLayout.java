package io.throughline.launcher.demo;

import io.throughline.launcher.Distribution;
import java.io.File;
import java.nio.file.Path;

/** Where the build left the parts of the demonstration, below the folder {@code ear}. */
record DemoLayout(Path ear) {

    Distribution distribution() {
        return new Distribution(ear.resolve("target/throughline"));
    }

    String fleetClassPath() {
        return classPath("fleet");
    }

    String scenarioClassPath() {
        return classPath("scenario");
    }

    private String classPath(String module) {
        return ear.resolve(module + "/target/throughline-" + module + ".jar") + File.pathSeparator
                + ear.resolve("target/demo/" + module) + File.separator + "*";
    }
}
