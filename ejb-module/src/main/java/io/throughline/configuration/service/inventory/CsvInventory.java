package io.throughline.configuration.service.inventory;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A table with a line of headings: {@code name} and any of address, port, user, probe_user, site, host_key,
 * test_server, product, version, labels ({@code role=cart;rack=7}). An empty cell says nothing.
 */
final class CsvInventory implements InventoryReader {

    private static final String NAME = "name";
    private static final String LABELS = "labels";
    private static final Set<String> COLUMNS = Set.of(
            NAME,
            LABELS,
            InventoryEntry.ADDRESS,
            InventoryEntry.PORT,
            InventoryEntry.USER,
            InventoryEntry.PROBE_USER,
            InventoryEntry.SITE,
            InventoryEntry.HOST_KEY,
            InventoryEntry.TEST_SERVER,
            InventoryEntry.PRODUCT,
            InventoryEntry.VERSION);

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setIgnoreEmptyLines(false)
            .setIgnoreSurroundingSpaces(true)
            .setTrim(true)
            .get();

    @Override
    public List<InventoryEntry> read(String content, ImportProblems problems) {
        List<InventoryEntry> entries = new ArrayList<>();
        int line = 1;
        try (CSVParser parser = CSVParser.parse(new StringReader(content), FORMAT)) {
            List<String> columns = null;
            for (CSVRecord row : parser) {
                boolean blank = row.size() == 1 && row.get(0).isEmpty();
                if (columns == null) {
                    columns = headings(row, problems);
                } else if (!blank) {
                    entry(line, columns, row, problems, entries);
                }
                line = (int) parser.getCurrentLineNumber() + 1;
            }
        } catch (UncheckedIOException | CSVException malformed) {
            problems.add(line, "line", "must be comma separated values with quotes closed");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return entries;
    }

    private static List<String> headings(CSVRecord row, ImportProblems problems) {
        List<String> columns =
                row.stream().map(heading -> heading.toLowerCase(Locale.ROOT)).toList();
        for (String column : columns) {
            if (!COLUMNS.contains(column)) {
                problems.add(
                        1,
                        column.isEmpty() ? "heading" : column,
                        "must be one of " + COLUMNS.stream().sorted().toList());
            }
        }
        if (!columns.contains(NAME)) {
            problems.add(1, NAME, "must be one of the columns");
        }
        if (Set.copyOf(columns).size() < columns.size()) {
            problems.add(1, "heading", "must name each column once");
        }
        return columns;
    }

    private static void entry(
            int line, List<String> columns, CSVRecord row, ImportProblems problems, List<InventoryEntry> entries) {
        if (row.size() != columns.size()) {
            problems.add(line, "line", "must have " + columns.size() + " values, as the first line has");
            return;
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int column = 0; column < columns.size(); column++) {
            if (!row.get(column).isEmpty()) {
                values.put(columns.get(column), row.get(column));
            }
        }
        String name = values.remove(NAME);
        if (name == null) {
            problems.add(line, NAME, "must not be empty");
            return;
        }
        Map<String, String> labels = labels(line, values.remove(LABELS), problems);
        entries.add(new InventoryEntry(line, name, values, labels));
    }

    private static Map<String, String> labels(int line, String text, ImportProblems problems) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (String label : text == null ? new String[0] : text.split(";")) {
            int equals = label.indexOf('=');
            if (equals < 1) {
                problems.add(line, LABELS, "must be of the form role=cart;rack=7");
            } else {
                labels.put(
                        label.substring(0, equals).strip(),
                        label.substring(equals + 1).strip());
            }
        }
        return labels;
    }
}
