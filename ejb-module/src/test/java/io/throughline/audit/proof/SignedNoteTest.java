package io.throughline.audit.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Notes as Go's package note writes them, and ours. */
class SignedNoteTest {

    private static final VerifierKey NEUMANN =
            VerifierKey.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");

    private static final String EXAMPLE = """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.

            \u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
            """;

    private final SigningKey key = SigningKey.generate("throughline/test");

    @Test
    void readsTheExampleOfGosPackage() {
        SignedNote note = SignedNote.parse(EXAMPLE);

        assertThat(note.signer(List.of(NEUMANN))).contains(NEUMANN);
        assertThat(note.text()).endsWith("your problem is.\n");
        assertThat(note).hasToString(EXAMPLE);
    }

    @Test
    void readsBackWhatItSigned() {
        String written = SignedNote.sign("throughline/test\n3\nAAAA\n", key).toString();

        SignedNote note = SignedNote.parse(written);

        assertThat(note.signer(List.of(NEUMANN, key.verifier()))).contains(key.verifier());
        assertThat(note.signer(List.of(NEUMANN))).isEmpty();
    }

    @Test
    void noticesATextThatWasTouched() {
        String written = SignedNote.sign("throughline/test\n3\nAAAA\n", key).toString();

        assertThat(SignedNote.parse(written.replace("\n3\n", "\n4\n")).signer(List.of(key.verifier())))
                .isEmpty();
    }

    @Test
    void keepsAKeyInTwoLines() {
        SigningKey read = SigningKey.parse(key.text());

        assertThat(read.verifier()).isEqualTo(key.verifier());
        assertThat(SignedNote.sign("x\n", read).signer(List.of(key.verifier()))).isPresent();
        assertThatThrownBy(() -> SigningKey.parse(key.text().lines().findFirst().orElseThrow() + "\n"
                        + SigningKey.generate("throughline/test").verifier() + "\n"))
                .isInstanceOf(BrokenProof.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text",
                "text\n",
                "text\n\n",
                "text\n\nname AAAA\n",
                "text\n\n\u2014 name !\n",
                "t\n\n\u2014 n AAAA\n"
            })
    void refusesWhatIsNoNote(String text) {
        assertThatThrownBy(() -> SignedNote.parse(text)).isInstanceOf(BrokenProof.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a+b",
                "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "a+00000000+AAAA"
            })
    void refusesWhatIsNoVerifierKey(String text) {
        assertThatThrownBy(() -> VerifierKey.parse(text)).isInstanceOf(BrokenProof.class);
    }

    @Test
    void readsACheckpointAndRefusesWhatIsNone() {
        Checkpoint checkpoint = new Checkpoint("throughline/test", 7, new TreeHasher().empty());

        Checkpoint read = Checkpoint.parse(checkpoint.text());

        assertThat(read.origin()).isEqualTo("throughline/test");
        assertThat(read.size()).isEqualTo(7);
        assertThat(read.root()).isEqualTo(checkpoint.root());
        for (String bad :
                List.of("", "a\n1\n", "a\n01\n" + checkpoint.rootText() + "\n", "a\n-1\nAAAA\n", "a\n1\nAAAA\n")) {
            assertThatThrownBy(() -> Checkpoint.parse(bad)).isInstanceOf(BrokenProof.class);
        }
    }
}
