package io.throughline.verification.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tests that the description of the architecture names for each promise are there. */
class PromiseTableTest {

    private static final Path ROOT = Path.of("../..");
    private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT))`");

    @Test
    void everyPromiseNamesTestsThatAreThere() throws IOException {
        List<String> promises = Files.readString(ROOT.resolve("docs/architecture.md"))
                .lines()
                .dropWhile(line -> !line.startsWith("| promise |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .toList();
        Set<String> tests = tests();

        assertThat(promises).hasSize(8).allSatisfy(promise -> {
            List<String> named = TEST.matcher(promise)
                    .results()
                    .map(MatchResult::group)
                    .map(name -> name.replace("`", ""))
                    .toList();
            assertThat(named).isNotEmpty().allMatch(tests::contains);
        });
    }

    private static Set<String> tests() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT, 20)) {
            return files.filter(file -> file.toString().contains("src/test/java"))
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet());
        }
    }
}
