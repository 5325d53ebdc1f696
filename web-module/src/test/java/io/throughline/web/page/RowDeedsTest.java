package io.throughline.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A button in a row of a list acts only if the list still has that row when the form is sent; what the row does not offer
 * says why.
 */
class RowDeedsTest {

    private static final Path PAGES = Path.of("src/main/webapp");
    private static final Path BEANS = Path.of("src/main/java");
    private static final Pattern LIST =
            Pattern.compile("<p:dataTable value=\"#\\{(\\w+)\\.rows}\".*?</p:dataTable>", Pattern.DOTALL);

    @Test
    void listsWithDeedsKeepTheirRows() throws IOException {
        int found = 0;
        for (Path page : files(PAGES, ".xhtml")) {
            String text = Files.readString(page);
            Matcher list = LIST.matcher(text);
            while (list.find()) {
                String bean = list.group(1);
                if (list.group().contains("<h:command") || list.group().contains("<p:command")) {
                    found++;
                    assertThat(text).as(page.toString()).contains("<f:viewAction action=\"#{" + bean + ".load}\"/>");
                    assertThat(sourceOf(bean)).as(page.toString()).contains("@ViewScoped", "extends DeedList<");
                    assertThat(list.group())
                            .as(page.toString())
                            .contains("#{" + bean + ".can(row", "<t:off of=\"#{" + bean + ".obstacles(row)}\"/>");
                }
            }
        }
        assertThat(found).as("lists with deeds").isPositive();
    }

    private static String sourceOf(String bean) throws IOException {
        String file = '/' + bean.substring(0, 1).toUpperCase(Locale.ROOT) + bean.substring(1) + ".java";
        return Files.readString(files(BEANS, file).get(0));
    }

    private static List<Path> files(Path folder, String end) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(end)).toList();
        }
    }
}
