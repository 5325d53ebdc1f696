package io.throughline.bench.report;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figures of one benchmark, in a file that is complete after each of them. */
public final class Figures {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path file;
    private final Machine machine = new Machine();
    private final List<Figure> figures = new ArrayList<>();

    public Figures(Path file) {
        this.file = file;
    }

    /** What the figures were measured with and by which commands. */
    public Machine machine() {
        return machine;
    }

    /** Measures something; when that breaks off it is said among the figures, and the others are still measured. */
    public void measure(String name, Measurement measurement) {
        try {
            measurement.run();
        } catch (Exception brokenOff) {
            brokenOff.printStackTrace();
            add(Figure.unmeasured(name, brokenOff));
        }
    }

    /** A part of a benchmark that adds figures. */
    public interface Measurement {
        void run() throws Exception;
    }

    public void add(Figure figure) {
        figures.add(figure);
        System.out.println(line(figure));
        write();
    }

    /** All of them once more, missed ones plainly so. */
    public void print() {
        System.out.println();
        figures.forEach(figure -> System.out.println(line(figure)));
        long missed = figures.stream()
                .filter(figure -> Boolean.FALSE.equals(figure.holds()))
                .count();
        System.out.println(missed == 0 ? "All bars are reached." : missed + " figures miss their bar.");
        System.out.println("Written to " + file);
        write();
    }

    private static String line(Figure figure) {
        StringBuilder line = new StringBuilder(
                String.format(Locale.ROOT, "%-70s %10.2f %-12s", figure.name(), figure.value(), figure.unit()));
        if (figure.peer() != null) {
            line.append(String.format(Locale.ROOT, " | %s %.2f", figure.peer(), figure.peerValue()));
        }
        if (figure.ratio() != null) {
            line.append(String.format(Locale.ROOT, " | ratio %.2f", figure.ratio()));
        }
        if (figure.bar() != null) {
            line.append(" | ").append(figure.bar()).append(figure.holds() ? ": holds" : ": MISSED");
        }
        return line.toString();
    }

    private void write() {
        ObjectNode report = JSON.createObjectNode();
        report.set("machine", JSON.valueToTree(machine.described()));
        ArrayNode list = report.putArray("figures");
        figures.forEach(figure -> list.add(JSON.<ObjectNode>valueToTree(figure)));
        try {
            Files.createDirectories(file.getParent());
            JSON.writeValue(file.toFile(), report);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
