package io.throughline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.launcher.demo.DemoOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The README's table is the options' own. */
class ReadmeOptionsTest {

    private static final Pattern NAME = Pattern.compile("(?:\"|MPCONFIG=)(throughline\\.[a-z.-]+)");

    @Test
    void theReadmeListsEveryOptionAsItIs() throws IOException {
        String readme = Files.readString(Path.of("../../README.md"));

        assertThat(readme)
                .as("replace the table between options:begin and options:end by the expected one")
                .contains("<!-- options:begin -->\n" + table() + "<!-- options:end -->");
    }

    /** What the server's code asks the configuration for, under a name that is written out. */
    @Test
    void everyOptionThatTheServerReadsIsInTheTable() throws IOException {
        Set<String> known = Stream.concat(
                        Arrays.stream(ServerOption.values()).map(ServerOption::property),
                        NOT_FOR_PEOPLE.keySet().stream())
                .collect(Collectors.toSet());

        assertThat(namesInTheCode()).hasSizeGreaterThan(10).isSubsetOf(known);
    }

    /** Names that nobody sets, each with what it is instead. */
    private static final Map<String, String> NOT_FOR_PEOPLE = Map.of(
            "throughline.db.driver", "follows from throughline.db.url",
            "throughline.audit.oldest.unsealed.age", "the name of a metric",
            "throughline.smtp.", "the beginning of all names of the mail server");

    private static Set<String> namesInTheCode() throws IOException {
        Set<String> names = new TreeSet<>();
        for (String module : List.of("ejb-module", "batch-jobs", "web-module")) {
            try (Stream<Path> files = Files.walk(Path.of("../..", module, "src/main/java"))) {
                for (Path file :
                        files.filter(one -> one.toString().endsWith(".java")).toList()) {
                    Matcher name = NAME.matcher(Files.readString(file));
                    while (name.find()) {
                        names.add(name.group(1));
                    }
                }
            }
        }
        return names;
    }

    private static String table() {
        String demo = DemoOption.markdownTable();
        int firstRow = demo.indexOf("| `-D");
        return ServerOption.markdownTable() + demo.substring(firstRow);
    }
}
