package io.throughline.verification.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What scenarios can do is what the interface offers: each action calls an operation that the description knows. */
class ScenarioActionsTest {

    private static final Path DESCRIPTION = Path.of("../../web-module/target/classes/META-INF/openapi.json");
    private static final String BASE = "/api/v1";
    private static final Pattern CALL = Pattern.compile("call: (?:\"([^\"]+)\"|([A-Z]+ [^,}\\s]+))");

    @Test
    void everyActionIsAnOperationOfTheApi() throws Exception {
        Set<String> operations = operations();
        List<String> strangers = new ArrayList<>();
        Matcher action = CALL.matcher(catalogue());
        int actions = 0;

        while (action.find()) {
            String call = action.group(1) == null ? action.group(2) : action.group(1);
            actions++;
            if (!operations.contains(anyNames(call))) {
                strangers.add(call);
            }
        }

        assertThat(actions).isGreaterThan(100);
        assertThat(strangers).isEmpty();
    }

    private static String catalogue() throws Exception {
        try (InputStream catalogue = ScenarioActionsTest.class.getResourceAsStream("/actions.yaml")) {
            return new String(catalogue.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Set<String> operations() throws Exception {
        Set<String> operations = new TreeSet<>();
        new ObjectMapper()
                .readTree(Files.readAllBytes(DESCRIPTION))
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(method -> operations.add(anyNames(method.toUpperCase(Locale.ROOT) + " "
                                + path.getKey().substring(BASE.length())))));
        return operations;
    }

    private static String anyNames(String call) {
        return call.replaceAll("\\{[^}]*}", "{}").replaceAll("\\?.*", "");
    }
}
