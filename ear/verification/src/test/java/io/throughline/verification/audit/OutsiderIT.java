package io.throughline.verification.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.audit.proof.Checkpoint;
import io.throughline.audit.proof.SignedNote;
import io.throughline.verification.harness.InContainer;
import io.throughline.verification.harness.Tool;
import jakarta.json.Json;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;

/** What the server serves of its trail, checked with programs that others wrote and that know nothing of it. */
class OutsiderIT extends InContainer {

    private static final String BASIC =
            "Basic " + Base64.getEncoder().encodeToString("admin:throughline-demo".getBytes(StandardCharsets.UTF_8));

    private final HttpClient http = HttpClient.newHttpClient();
    private URI api;
    private String token;

    @Test
    @RunAsClient
    void gosOwnPackagesForTransparencyLogsAcceptIt(@ArquillianResource URL base) throws Exception {
        Tool.GO.require();
        Tool.GO_SUMDB.require();
        Path folder = fetch(base);
        Path cache = Files.createDirectories(Path.of("target/go-cache").toAbsolutePath());
        ProcessBuilder go = new ProcessBuilder("go", "run", "outsider/go/main.go", folder.toString());
        go.environment().put("GO111MODULE", "off");
        go.environment().put("GOPATH", "/usr/share/gocode");
        go.environment().put("GOCACHE", cache.toString());
        go.environment().put("GOFLAGS", "");

        assertThat(run(go)).contains("which continues the tree of");

        Path entry = folder.resolve("entry.json");
        Files.writeString(
                entry, Files.readString(entry).replace("machine", "magpie").replace("PER-", "PEr-"));
        assertThat(status(go)).isNotZero();
    }

    @Test
    @RunAsClient
    void opensslAcceptsTheSignature(@ArquillianResource URL base) throws Exception {
        Tool.OPENSSL.require();
        Path folder = fetch(base);
        SignedNote note = SignedNote.parse(Files.readString(folder.resolve("checkpoint")));
        Files.writeString(folder.resolve("text"), note.text());
        Files.write(folder.resolve("signature"), note.signatures().get(0).signature());
        ProcessBuilder openssl = new ProcessBuilder(
                        "openssl",
                        "pkeyutl",
                        "-verify",
                        "-rawin",
                        "-pubin",
                        "-inkey",
                        "key.pem",
                        "-in",
                        "text",
                        "-sigfile",
                        "signature")
                .directory(folder.toFile());

        assertThat(run(openssl)).contains("Signature Verified Successfully");

        Files.writeString(folder.resolve("text"), note.text().replaceFirst("\n", "\n1"));
        assertThat(status(openssl)).isNotZero();
    }

    @Test
    @RunAsClient
    void sigstoresVerifierAcceptsCheckpointAndInclusion(@ArquillianResource URL base) throws Exception {
        Tool.NODE.require();
        Tool.SIGSTORE.require();
        Path folder = fetch(base);
        ProcessBuilder node = new ProcessBuilder("node", "outsider/sigstore.js", folder.toString());

        assertThat(run(node)).contains("is in the tree of");

        Path proof = folder.resolve("inclusion.json");
        String last = path(proof);
        Files.writeString(
                proof, Files.readString(proof).replace(last, Base64.getEncoder().encodeToString(new byte[32])));
        assertThat(status(node)).isNotZero();
    }

    @Test
    @RunAsClient
    void anExportIsVerifiedOfflineByOneCommand(@ArquillianResource URL base) throws Exception {
        Path folder = fetch(base);
        Path whole = folder.resolve("whole.ndjson");
        Path part = folder.resolve("part.ndjson");
        Files.writeString(whole, get("audit/export"));
        Files.writeString(part, get("audit/export?actor=PER-000001&personal=true"));

        assertThat(run(verify(whole, folder))).contains("the whole trail");
        assertThat(run(verify(part, folder))).contains("VERIFIED").doesNotContain("whole");
        assertThat(run(verify(
                        whole, folder, "--anchor", folder.resolve("former").toString())))
                .contains("agrees with 1 checkpoints");

        List<String> lines = Files.readAllLines(whole);
        String former = lines.set(3, lines.get(3).replace("actor", "aktor"));
        assertThat(lines.get(3)).isNotEqualTo(former);
        Files.write(whole, lines);
        assertThat(status(verify(whole, folder))).isEqualTo(1);
        Files.write(
                part,
                Files.readAllLines(part).stream()
                        .map(line -> line.replace("PER-000001", "PER-000002"))
                        .toList());
        assertThat(status(verify(part, folder))).isEqualTo(1);
        assertThat(status(verify(folder.resolve("nothing"), folder))).isEqualTo(2);
    }

    @Test
    @RunAsClient
    void anEvidenceBundleIsVerifiedOfflineByOneCommand(@ArquillianResource URL base) throws Exception {
        Path folder = fetch(base);
        Path bundle = folder.resolve("evidence.zip");
        Files.write(
                bundle,
                http.send(
                                HttpRequest.newBuilder(api.resolve("evidence/PER-000001"))
                                        .header("Authorization", "Bearer " + token)
                                        .build(),
                                HttpResponse.BodyHandlers.ofByteArray())
                        .body());

        assertThat(run(verify(bundle, folder))).contains("VERIFIED");
    }

    @Test
    @RunAsClient
    void aTableForPeopleHasNoFormulas(@ArquillianResource URL base) throws Exception {
        fetch(base);

        String table = get("audit/export?format=csv&action=audit.");

        assertThat(table.lines().findFirst().orElseThrow()).startsWith("place,id,time,actor");
        assertThat(table.lines().skip(1))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).contains(",audit."));
    }

    private static ProcessBuilder verify(Path file, Path folder, String... more) {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("throughline.distribution") + "/bin/throughline",
                "audit",
                "verify",
                file.toString(),
                "--key",
                folder.resolve("key").toString()));
        command.addAll(List.of(more));
        return new ProcessBuilder(command);
    }

    private static String path(Path proof) throws IOException {
        try (var reader = Json.createReader(new StringReader(Files.readString(proof)))) {
            return reader.readObject().getJsonArray("path").getString(0);
        }
    }

    /** Two checkpoints with records in between, one of those, and the proofs; each as the server answers it. */
    private Path fetch(URL base) throws Exception {
        api = URI.create(base.toString()).resolve("/api/v1/");
        logIn();
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target/outsider")), "run")
                .toAbsolutePath();
        Awaitility.await()
                .atMost(Duration.ofSeconds(120))
                .until(() -> answer("audit/checkpoint").statusCode() == 200);
        String former = get("audit/checkpoint");
        get("audit/verification");
        Awaitility.await().atMost(Duration.ofSeconds(120)).until(() -> size(get("audit/checkpoint")) > size(former));
        String checkpoint = get("audit/checkpoint");
        long index = size(former);
        String[] keys = get("audit/verifier-key").strip().split("\n");
        Files.writeString(folder.resolve("former"), former);
        Files.writeString(folder.resolve("checkpoint"), checkpoint);
        Files.writeString(folder.resolve("key"), keys[keys.length - 1] + "\n");
        Files.writeString(folder.resolve("key.pem"), get("audit/verifier-key.pem"));
        Files.writeString(folder.resolve("entry.json"), get("audit/entries/" + index));
        Files.writeString(
                folder.resolve("inclusion.json"),
                get("audit/entries/" + index + "/inclusion?size=" + size(checkpoint)));
        Files.writeString(
                folder.resolve("consistency.json"),
                get("audit/consistency?from=" + size(former) + "&to=" + size(checkpoint)));
        return folder;
    }

    private static long size(String note) {
        return Checkpoint.parse(SignedNote.parse(note).text()).size();
    }

    private void logIn() throws Exception {
        HttpRequest login = HttpRequest.newBuilder(api.resolve("tokens"))
                .header("Authorization", BASIC)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        try (var reader = Json.createReader(new StringReader(
                http.send(login, HttpResponse.BodyHandlers.ofString()).body()))) {
            token = reader.readObject().getString("token");
        }
    }

    private HttpResponse<String> answer(String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(api.resolve(path))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private String get(String path) throws Exception {
        HttpResponse<String> answer = answer(path);
        assertThat(answer.statusCode()).as("%s: %s", path, answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static int status(ProcessBuilder command) throws Exception {
        Process process = command.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(180, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private static String run(ProcessBuilder command) throws Exception {
        Path out = Files.createTempFile("outsider", ".txt");
        Process process =
                command.redirectErrorStream(true).redirectOutput(out.toFile()).start();
        assertThat(process.waitFor(180, TimeUnit.SECONDS)).isTrue();
        String said = Files.readString(out);
        Files.delete(out);
        assertThat(process.exitValue())
                .as("%s: %s", Arrays.toString(command.command().toArray()), said)
                .isZero();
        return said;
    }
}
