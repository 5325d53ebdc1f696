package io.throughline.scenario.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageArchiveTest {

    @TempDir
    Path folder;

    @Test
    void holdsTheFoldersFilesInOrderScriptsExecutableHiddenOnesLeftOut() throws IOException {
        Files.createDirectories(folder.resolve("scripts"));
        Files.writeString(folder.resolve("scripts/install.sh"), "#!/bin/sh\n");
        Files.writeString(folder.resolve("manifest.json"), "{}");
        Files.writeString(folder.resolve(".hidden"), "x");

        List<String> entries = new ArrayList<>();
        try (TarArchiveInputStream tar = new TarArchiveInputStream(
                new GzipCompressorInputStream(new ByteArrayInputStream(PackageArchive.of(folder))))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                entries.add(entry.getName() + ' ' + Integer.toOctalString(entry.getMode()));
            }
        }

        assertThat(entries).containsExactly("manifest.json 100644", "scripts/install.sh 100755");
    }

    @Test
    void givesTheSameBytesForTheSameFilesWhateverTheirTimes() throws IOException {
        Files.writeString(folder.resolve("manifest.json"), "{}");
        byte[] first = PackageArchive.of(folder);
        Files.setLastModifiedTime(folder.resolve("manifest.json"), FileTime.fromMillis(0));

        assertThat(PackageArchive.of(folder)).isEqualTo(first);
    }
}
