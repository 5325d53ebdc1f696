package io.throughline.kernel.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.kernel.domain.refusal.Invalid;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class RationedTest {

    private final Rationed stream =
            new Rationed(new ByteArrayInputStream(new byte[100]), 60, Invalid.field("package", "must be smaller"));

    @Test
    void givesWhatWasGranted() throws IOException {
        assertThat(stream.readNBytes(50)).hasSize(50);
        assertThat(stream.skip(10)).isEqualTo(10);
    }

    @Test
    void refusesTheFirstByteBeyond() throws IOException {
        stream.skipNBytes(60);

        assertThatThrownBy(stream::read).isInstanceOf(Invalid.class);
    }

    @Test
    void whatIsSkippedCountsToo() {
        assertThatThrownBy(() -> stream.skip(61)).isInstanceOf(Invalid.class);
    }

    @Test
    void aNewGrantReplacesTheOneBefore() throws IOException {
        stream.readNBytes(10);
        stream.grant(20);

        assertThat(stream.readNBytes(20)).hasSize(20);
        assertThatThrownBy(() -> stream.readNBytes(1)).isInstanceOf(Invalid.class);
    }

    @Test
    void theEndOfTheStreamCostsNothing() throws IOException {
        stream.grant(100);

        assertThat(stream.readAllBytes()).hasSize(100);
        assertThat(stream.read()).isNegative();
    }
}
