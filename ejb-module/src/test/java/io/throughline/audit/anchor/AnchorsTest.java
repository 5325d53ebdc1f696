package io.throughline.audit.anchor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import io.throughline.audit.proof.Checkpoint;
import io.throughline.audit.proof.SignedNote;
import io.throughline.audit.proof.SigningKey;
import io.throughline.audit.proof.TreeHasher;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnchorsTest {

    private final SigningKey key = SigningKey.generate("throughline/test");
    private final List<String> mails = new ArrayList<>();

    @TempDir
    Path folder;

    @Test
    void aFolderKeepsEachCheckpointAndRefusesAnotherOfTheSameSize() throws Exception {
        Anchor anchor = one("file:" + folder.resolve("kept"));

        anchor.publish(note(3, 1), size -> List.of());
        anchor.publish(note(3, 1), size -> List.of());
        anchor.publish(note(12, 2), size -> List.of());

        assertThat(anchor.kept()).containsExactly(note(3, 1), note(12, 2));
        assertThatThrownBy(() -> anchor.publish(note(12, 3), size -> List.of())).isInstanceOf(AnchorRefused.class);
        assertThat(anchor.kept()).hasSize(2);
    }

    @Test
    void withoutAnythingConfiguredAFolderBesideTheDataIsTaken() throws Exception {
        Anchor anchor = Anchors.of(" ", folder, (address, note) -> {}).get(0);

        anchor.publish(note(1, 1), size -> List.of());

        assertThat(Files.list(folder.resolve("anchors"))).hasSize(1);
    }

    @Test
    void aRepositoryGetsACommitAndItsWorkTreeIsNotBelieved() throws Exception {
        assumeTrue(Files.exists(Path.of("/usr/bin/git")), "there is no /usr/bin/git (Debian package git)");
        Anchor anchor = one("git:" + folder.resolve("repository"));

        anchor.publish(note(3, 1), size -> List.of());
        anchor.publish(note(9, 2), size -> List.of());
        Files.delete(folder.resolve("repository/000000000009.checkpoint"));

        assertThat(anchor.kept()).containsExactly(note(3, 1), note(9, 2));
    }

    @Test
    void aMailboxIsWrittenTo() throws Exception {
        one("mailto:auditor@example.org").publish(note(3, 1), size -> List.of());

        assertThat(mails).containsExactly("auditor@example.org", note(3, 1));
    }

    @Test
    void aWitnessIsGivenAProofFromTheSizeThatItKnows() throws Exception {
        List<String> asked = new ArrayList<>();
        List<String> answers = new ArrayList<>(
                List.of("200 \u2014 witness AAAAAAAAAA==\n", "409 5\n", "200 \u2014 witness AAAAAAAAAA==\n"));
        HttpServer witness = witness(asked, answers);
        try {
            Anchor anchor = one("http://127.0.0.1:" + witness.getAddress().getPort() + "/");
            anchor.publish(note(3, 1), size -> List.of("proof from " + size));
            anchor.publish(note(9, 2), size -> List.of("proof from " + size));

            assertThat(asked)
                    .containsExactly(
                            "old 0\n\n" + note(3, 1),
                            "old 3\nproof from 3\n\n" + note(9, 2),
                            "old 5\nproof from 5\n\n" + note(9, 2));
            assertThat(anchor.kept()).hasSize(2);
            assertThat(anchor.kept().get(0)).endsWith("\u2014 witness AAAAAAAAAA==\n");
        } finally {
            witness.stop(0);
        }
    }

    @Test
    void aWitnessThatKnowsMoreOrOtherwiseIsAFinding() throws Exception {
        List<String> answers = new ArrayList<>(List.of("409 50\n", "422 no\n", "500 busy\n"));
        HttpServer witness = witness(new ArrayList<>(), answers);
        try {
            Anchor anchor = one("http://127.0.0.1:" + witness.getAddress().getPort());
            assertThatThrownBy(() -> anchor.publish(note(3, 1), size -> List.of()))
                    .isInstanceOf(AnchorRefused.class)
                    .hasMessageContaining("50");
            assertThatThrownBy(() -> anchor.publish(note(3, 1), size -> List.of()))
                    .isInstanceOf(AnchorRefused.class);
            assertThatThrownBy(() -> anchor.publish(note(3, 1), size -> List.of()))
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(AnchorRefused.class);
        } finally {
            witness.stop(0);
        }
    }

    @Test
    void refusesAnAddressThatIsNone() {
        assertThatThrownBy(() -> one("ftp://somewhere")).isInstanceOf(IllegalArgumentException.class);
    }

    private Anchor one(String configured) {
        return Anchors.of(configured, folder, (address, note) -> {
                    mails.add(address);
                    mails.add(note);
                })
                .get(0);
    }

    private static HttpServer witness(List<String> asked, List<String> answers) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/add-checkpoint", exchange -> {
            asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            String answer = answers.remove(0);
            byte[] body = answer.substring(4).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(Integer.parseInt(answer.substring(0, 3)), body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }

    private final java.util.Map<String, String> made = new java.util.HashMap<>();

    private String note(long size, int seed) {
        return made.computeIfAbsent(
                size + " " + seed,
                name -> SignedNote.sign(
                                new Checkpoint("throughline/test", size, new TreeHasher().leaf(new byte[] {(byte) seed
                                                }))
                                        .text(),
                                key)
                        .toString());
    }
}
