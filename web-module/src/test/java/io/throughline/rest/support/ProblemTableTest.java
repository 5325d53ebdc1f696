package io.throughline.rest.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documentation names every problem type that the code makes. */
class ProblemTableTest {

    /** A key is the first text given to a refusal or a problem, in kebab case. */
    private static final Pattern IN_CODE = Pattern.compile(
            "(?:new Conflict\\(|refused\\(|super\\(|new Forbidden\\(|Problem\\.of\\(\\s*\\d+,|new Problem\\(|problem\\(\\s*request,"
                    + "\\s*response,\\s*\\d+,)\\s*\"([a-z]+(?:-[a-z]+)+)\"");

    private static final Pattern IN_TABLE = Pattern.compile("(?m)^\\| `([a-z-]+)` \\| [1-5]\\d\\d \\|");

    @Test
    void everyKeyIsInTheTable() throws IOException {
        assertThat(inCode()).hasSizeGreaterThan(50).isSubsetOf(found(IN_TABLE, Path.of("../docs/problems.md")));
    }

    private static Set<String> inCode() throws IOException {
        Set<String> keys = new TreeSet<>();
        for (String module : List.of("ejb-module", "web-module", "batch-jobs")) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src/main/java"))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    keys.addAll(found(IN_CODE, file));
                }
            }
        }
        return keys;
    }

    private static Set<String> found(Pattern pattern, Path file) throws IOException {
        Set<String> keys = new TreeSet<>();
        Matcher matcher = pattern.matcher(Files.readString(file));
        while (matcher.find()) {
            keys.add(matcher.group(1));
        }
        return keys;
    }
}
