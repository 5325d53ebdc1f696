package io.throughline.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Reads every page for the words it asks for. */
class PageTextsTest {

    private static final Path PAGES = Path.of("src/main/webapp");
    private static final Pattern MESSAGE = Pattern.compile("msg\\['([^'.]+(?:\\.[^']+)?)']");
    private static final Pattern FIELD =
            Pattern.compile("<t:(?:text|area|secret|number|moment|choice|choices|check|find|findmoment|pick|fact|link)"
                    + " id=\"([A-Za-z_0-9]+)\"");
    private static final Pattern DEED = Pattern.compile("<t:deed verb=\"([A-Z_]+)\"");

    private final Set<String> known =
            ResourceBundle.getBundle("io.throughline.web.messages").keySet();

    @Test
    void everyMessageHasWords() throws IOException {
        assertThat(found(MESSAGE))
                .isNotEmpty()
                .allSatisfy(key -> assertThat(known).contains(key));
    }

    @Test
    void everyFieldHasALabel() throws IOException {
        assertThat(found(FIELD))
                .isNotEmpty()
                .allSatisfy(id -> assertThat(known)
                        .containsAnyOf("field." + id, "field." + id.substring(id.lastIndexOf('_') + 1)));
    }

    @Test
    void everyDeedHasAName() throws IOException {
        assertThat(found(DEED))
                .isNotEmpty()
                .allSatisfy(verb -> assertThat(known).contains("verb." + verb));
    }

    /** A web socket's onmessage is the name of a function, not a script. */
    @Test
    void noPageHasStyleOrScriptOfItsOwn() throws IOException {
        assertThat(found(Pattern.compile("(<script|<style|\\sstyle=\"|\\son(?!message=)[a-z]+=\")")))
                .isEmpty();
    }

    private static Set<String> found(Pattern pattern) throws IOException {
        Set<String> keys = new TreeSet<>();
        try (Stream<Path> files = Files.walk(PAGES)) {
            List<Path> pages =
                    files.filter(file -> file.toString().endsWith(".xhtml")).toList();
            for (Path page : pages) {
                Matcher matcher = pattern.matcher(Files.readString(page));
                while (matcher.find()) {
                    keys.add(matcher.group(1));
                }
            }
        }
        return keys;
    }
}
