package io.throughline.release.domain.packaging;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bytes of a package, wherever they are kept; can be read again and again. */
public interface PackageContent {

    /** Number of bytes. */
    long size() throws IOException;

    InputStream open() throws IOException;

    static PackageContent of(byte[] bytes) {
        return new PackageContent() {
            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }
        };
    }

    static PackageContent of(Path file) {
        return new PackageContent() {
            @Override
            public long size() throws IOException {
                return Files.size(file);
            }

            @Override
            public InputStream open() throws IOException {
                return Files.newInputStream(file);
            }
        };
    }
}
