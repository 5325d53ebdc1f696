package io.throughline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.launcher.demo.DemoOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The README's table is the options' own. */
class ReadmeOptionsTest {

    @Test
    void theReadmeListsEveryOptionAsItIs() throws IOException {
        String readme = Files.readString(Path.of("../../README.md"));

        assertThat(readme)
                .as("replace the table between options:begin and options:end by the expected one")
                .contains("<!-- options:begin -->\n" + table() + "<!-- options:end -->");
    }

    private static String table() {
        String demo = DemoOption.markdownTable();
        int firstRow = demo.indexOf("| `-D");
        return ServerOption.markdownTable() + demo.substring(firstRow);
    }
}
