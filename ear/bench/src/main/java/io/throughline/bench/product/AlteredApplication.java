package io.throughline.bench.product;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;

/** The application as it is delivered, with more in some of its modules. */
public final class AlteredApplication {

    private final Map<String, Map<String, byte[]>> added = new LinkedHashMap<>();

    /**
     * Adds classes to a module.
     *
     * @param names binary names, such as {@code io.throughline.Outer$Inner}
     */
    public AlteredApplication with(String module, String... names) throws IOException {
        for (String name : names) {
            String path = name.replace('.', '/') + ".class";
            try (InputStream in = AlteredApplication.class.getResourceAsStream("/" + path)) {
                in(module).put(path, in.readAllBytes());
            }
        }
        return this;
    }

    public AlteredApplication withText(String module, String path, String text) {
        in(module).put(path, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    private Map<String, byte[]> in(String module) {
        return added.computeIfAbsent(module, unknown -> new LinkedHashMap<>());
    }

    /** @return the altered copy, in the folder */
    public Path of(Path ear, Path folder) throws IOException {
        Path application = folder.resolve("throughline.ear");
        Files.copy(ear, application, StandardCopyOption.REPLACE_EXISTING);
        for (Map.Entry<String, Map<String, byte[]>> entry : added.entrySet()) {
            Path module = folder.resolve(entry.getKey());
            try (FileSystem archive = FileSystems.newFileSystem(application)) {
                Files.copy(archive.getPath(entry.getKey()), module, StandardCopyOption.REPLACE_EXISTING);
                try (FileSystem jar = FileSystems.newFileSystem(module)) {
                    for (Map.Entry<String, byte[]> file : entry.getValue().entrySet()) {
                        Path inside = jar.getPath(file.getKey());
                        Files.createDirectories(inside.getParent());
                        Files.write(inside, file.getValue());
                    }
                }
                Files.copy(module, archive.getPath(entry.getKey()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return application;
    }
}
