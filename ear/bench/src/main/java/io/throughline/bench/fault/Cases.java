package io.throughline.bench.fault;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The result of a fault run, in a file that is complete after each case. */
final class Cases {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path file;
    private final ObjectNode report = JSON.createObjectNode();
    private final ArrayNode cases = JSON.createArrayNode();
    private int missed;

    Cases(Path file) throws IOException {
        this.file = file;
        Files.createDirectories(file.getParent());
    }

    void count(Map<String, Long> numbers) throws IOException {
        numbers.forEach(report::put);
        write();
    }

    void put(String name, ObjectNode value) throws IOException {
        report.set(name, value);
        write();
    }

    /** Adds to a list of observations. */
    void note(String list, ObjectNode value) throws IOException {
        report.withArray("/" + list).add(value);
        write();
    }

    void add(String name, String expected, String seen, boolean holds) throws IOException {
        cases.addObject()
                .put("name", name)
                .put("expected", expected)
                .put("seen", seen)
                .put("holds", holds);
        missed += holds ? 0 : 1;
        System.out.printf("%-5s %-60s %s%n", holds ? "ok" : "MISS", name, seen);
        write();
    }

    boolean allHold() {
        System.out.println(cases.size() + " cases, " + missed + " do not hold; written to " + file);
        return missed == 0;
    }

    private void write() throws IOException {
        report.set("cases", cases);
        JSON.writeValue(file.toFile(), report);
    }
}
