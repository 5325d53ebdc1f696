package io.throughline.audit.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.audit.domain.AuditContent;
import io.throughline.audit.domain.AuditRecord;
import io.throughline.audit.export.TrailExport;
import io.throughline.audit.proof.Checkpoint;
import io.throughline.audit.proof.SignedNote;
import io.throughline.audit.proof.SigningKey;
import io.throughline.audit.proof.TreeBuilder;
import io.throughline.audit.proof.TreeHasher;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command that a stranger runs on a file. */
class OfflineTest {

    private static final String SALT = "00".repeat(16);

    private final SigningKey key = SigningKey.generate("throughline/test");
    private final TreeHasher hasher = new TreeHasher();
    private final List<AuditRecord> records = new ArrayList<>();
    private final Map<String, byte[]> tiles = new HashMap<>();
    private final List<String> notes = new ArrayList<>();
    private String said;

    @TempDir
    Path folder;

    @BeforeEach
    void threeHundredRecordsAndACheckpointAfterEach() {
        TreeBuilder tree = new TreeBuilder();
        for (int i = 0; i < 300; i++) {
            String commitment =
                    HexFormat.of().formatHex(hasher.plain((SALT + "\0name").getBytes(StandardCharsets.UTF_8)));
            String content =
                    "{\"action\":\"a\",\"after\":{\"name\":{\"commitment\":\"" + commitment + "\"}},\"n\":" + i + "}";
            records.add(new AuditRecord(
                    new AuditContent(
                            Instant.EPOCH,
                            "PER-000001",
                            null,
                            null,
                            null,
                            "a",
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null),
                    content,
                    ""));
            tree.append(hasher.leaf(content.getBytes(StandardCharsets.UTF_8)));
            notes.add(SignedNote.sign(new Checkpoint("throughline/test", i + 1, tree.root()).text(), key)
                    .toString());
        }
        tree.takeChanged().forEach(tile -> tiles.put(tile.level() + "/" + tile.index(), tile.hashes()));
    }

    @Test
    void acceptsAWholeTrailAndComparesItWithCheckpointsKeptElsewhere() throws IOException {
        Path file = export(true, 0, 300);

        assertThat(run("verify", file.toString())).isZero();
        assertThat(said).contains("VERIFIED 300 records, the whole trail").contains("compare it with the one you know");
        assertThat(run("verify", file.toString(), "--key", key.verifier().toString(), "--anchor", note(77)))
                .isZero();
        assertThat(said).contains("agrees with 1").doesNotContain("compare it");
    }

    @Test
    void refusesAWholeTrailInWhichAnythingIsOtherwise() throws IOException {
        for (String[] change : new String[][] {
            {"\\\"n\\\":7}", "\\\"n\\\":8}"}, {"\"index\":5,", "\"index\":6,"}, {"\"whole\":true", "\"whole\":false"}
        }) {
            Path file = export(true, 0, 300);
            Files.writeString(file, Files.readString(file).replace(change[0], change[1]));
            assertThat(run("verify", file.toString())).as(change[0]).isEqualTo(1);
        }
        Path cut = export(true, 0, 299);
        assertThat(run("verify", cut.toString())).isEqualTo(1);
        assertThat(said).contains("300");
    }

    @Test
    void acceptsAPartWithPathsAndNamesTheFirstBadLine() throws IOException {
        Path file = export(false, 40, 90);

        assertThat(run("verify", file.toString())).isZero();
        assertThat(said).contains("VERIFIED 50 records, in the tree of 300");

        Files.writeString(file, Files.readString(file).replace("\\\"n\\\":44}", "\\\"n\\\":45}"));
        assertThat(run("verify", file.toString())).isEqualTo(1);
        assertThat(said).contains("line 6, record 44");
    }

    @Test
    void refusesAPersonalValueThatIsNotTheCommittedOne() throws IOException {
        Path file = export(false, 40, 42);

        Files.writeString(file, Files.readString(file).replace("\"value\":\"name\"", "\"value\":\"nome\""));

        assertThat(run("verify", file.toString())).isEqualTo(1);
        assertThat(said).contains("after.name");
    }

    @Test
    void refusesAKeyThatTheReaderDoesNotTrust() throws IOException {
        Path file = export(true, 0, 300);
        Path trusted = folder.resolve("trusted");
        Files.writeString(trusted, SigningKey.generate("throughline/test").verifier() + "\n");

        assertThat(run("verify", file.toString(), "--key", trusted.toString())).isEqualTo(1);
        assertThat(said).contains("trust");
    }

    @Test
    void refusesATrailOfWhichSomebodyHoldsMoreOrOther() throws IOException {
        Path file = export(true, 0, 300);
        Path anchor = folder.resolve("other");
        Files.writeString(
                anchor,
                SignedNote.sign(new Checkpoint("throughline/test", 100, hasher.empty()).text(), key)
                        .toString());
        assertThat(run("verify", file.toString(), "--anchor", anchor.toString()))
                .isEqualTo(1);
        Files.writeString(
                anchor,
                SignedNote.sign(new Checkpoint("throughline/test", 301, hasher.empty()).text(), key)
                        .toString());
        assertThat(run("verify", file.toString(), "--anchor", anchor.toString()))
                .isEqualTo(1);
    }

    @Test
    void acceptsABundleAndRefusesOneInWhichAFileIsOtherwiseGoneOrMore() throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("report.txt", "all is well");
        files.put(Bundle.TRAIL, Files.readString(export(false, 40, 90)));
        StringBuilder manifest = new StringBuilder(Bundle.TITLE + "\n");
        files.forEach((name, text) -> manifest.append(
                        HexFormat.of().formatHex(hasher.plain(text.getBytes(StandardCharsets.UTF_8))))
                .append("  ")
                .append(name)
                .append('\n'));
        files.put(Bundle.MANIFEST, SignedNote.sign(manifest.toString(), key).toString());
        assertThat(run("verify", zip(files))).isZero();

        for (Map<String, String> touched : List.of(
                with(files, "report.txt", "all is bad"),
                with(files, "more.txt", "x"),
                with(files, "report.txt", null),
                with(files, Bundle.MANIFEST, null),
                with(
                        files,
                        Bundle.MANIFEST,
                        SignedNote.sign(manifest.toString(), SigningKey.generate("throughline/test"))
                                .toString()))) {
            assertThat(run("verify", zip(touched))).isEqualTo(1);
        }
    }

    @Test
    void saysWhatItCannotUnderstand() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("help")).isZero();
        assertThat(run("verify")).isEqualTo(2);
        assertThat(run("verify", folder.resolve("nothing").toString())).isEqualTo(2);
        assertThat(run("verify", "a", "--key")).isEqualTo(2);
        assertThat(run("verify", "a", "--key", "b+c")).isEqualTo(2);
    }

    private static Map<String, String> with(Map<String, String> files, String name, String text) {
        Map<String, String> other = new LinkedHashMap<>(files);
        if (text == null) {
            other.remove(name);
        } else {
            other.put(name, text);
        }
        return other;
    }

    private String zip(Map<String, String> files) throws IOException {
        Path file = Files.createTempFile(folder, "bundle", ".zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> entry : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file.toString();
    }

    private String note(int size) throws IOException {
        Path file = folder.resolve("note");
        Files.writeString(file, notes.get(size - 1));
        return file.toString();
    }

    private Path export(boolean whole, int from, int to) throws IOException {
        StringWriter out = new StringWriter();
        TrailExport export = new TrailExport(
                out, (level, index) -> tiles.get(level + "/" + index), notes.get(299), List.of(key.verifier()), whole);
        for (int i = from; i < to; i++) {
            export.write(
                    i, records.get(i), whole ? Map.of() : Map.of("after.name", Map.of("salt", SALT, "value", "name")));
        }
        Path file = Files.createTempFile(folder, "trail", ".ndjson");
        Files.writeString(file, out.toString());
        return file;
    }

    private int run(String... arguments) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        int status = Main.run(List.of(arguments), out, out);
        said = bytes.toString(StandardCharsets.UTF_8);
        return status;
    }
}
