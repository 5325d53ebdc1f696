package io.throughline.audit.anchor;

import io.throughline.audit.proof.BrokenProof;
import io.throughline.audit.proof.Checkpoint;
import io.throughline.audit.proof.SignedNote;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A folder with a file for each checkpoint; on another machine's disk it is worth most. */
class FolderAnchor implements Anchor {

    private static final String ENDING = ".checkpoint";

    private final Path folder;

    FolderAnchor(Path folder) {
        this.folder = folder;
    }

    @Override
    public String name() {
        return "file:" + folder;
    }

    Path folder() {
        return folder;
    }

    @Override
    public void publish(String note, Growth growth) throws IOException, InterruptedException {
        Checkpoint checkpoint = Checkpoint.parse(SignedNote.parse(note).text());
        Path file = Files.createDirectories(folder).resolve("%012d%s".formatted(checkpoint.size(), ENDING));
        Path aside = Files.createTempFile(folder, ".new", null);
        try {
            Files.writeString(aside, note);
            Files.createLink(file, aside);
        } catch (FileAlreadyExistsException there) {
            Checkpoint kept =
                    Checkpoint.parse(SignedNote.parse(Files.readString(file)).text());
            if (!kept.text().equals(checkpoint.text())) {
                throw new AnchorRefused(file + " holds another root over " + checkpoint.size() + " records");
            }
        } finally {
            Files.delete(aside);
        }
    }

    @Override
    public List<String> kept() throws IOException, InterruptedException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<String> notes = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.getFileName().toString().endsWith(ENDING))
                    .sorted()
                    .toList()) {
                notes.add(Files.readString(file));
            }
        } catch (BrokenProof e) {
            throw new IOException(e);
        }
        return notes;
    }
}
