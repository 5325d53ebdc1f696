package io.throughline.launcher.assembly;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * The offline verifier: those classes of the application that check the trail, in a jar of their own that can be given
 * to a stranger.
 */
final class AuditJar {

    private static final String MODULE = "ejb-module.jar";
    private static final String ROOT = "io/throughline/audit/";

    private AuditJar() {}

    static void write(Path application, Path target) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "io.throughline.audit.verifier.Main");
        Path unfinished = target.resolveSibling(target.getFileName() + ".new");
        try (JarFile ear = new JarFile(application.toFile());
                OutputStream file = Files.newOutputStream(unfinished);
                JarOutputStream jar = new JarOutputStream(file, manifest)) {
            byte[] module = ear.getInputStream(ear.getJarEntry(MODULE)).readAllBytes();
            try (JarInputStream classes = new JarInputStream(new ByteArrayInputStream(module))) {
                for (JarEntry entry = classes.getNextJarEntry(); entry != null; entry = classes.getNextJarEntry()) {
                    if (entry.getName().startsWith(ROOT + "proof/")
                            || entry.getName().startsWith(ROOT + "verifier/")) {
                        if (!entry.isDirectory()) {
                            jar.putNextEntry(new JarEntry(entry.getName()));
                            classes.transferTo(jar);
                            jar.closeEntry();
                        }
                    }
                }
            }
        }
        Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
