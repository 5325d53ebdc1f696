package io.throughline.verification.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * The last step of the tests: names those that were not run, and why: for want of a tool, from the reports of all modules,
 * and those that this build leaves out by their group.
 *
 * <p>Arguments: root of the project, instant the build began (older reports are of other builds), whether a test that was
 * not run for want of a tool fails the build, and the group that was left out.
 */
public final class NotRun {

    /** What is left out with a group of tests, and who runs it. */
    private static final Map<String, String> LEFT_OUT = Map.of(
            "plays",
            "ShippedScenariosIT, which plays the scenarios that come with Throughline: takes minutes and fixed ports."
                    + " .ci/run runs it, as does mvn verify -Dit.test=ShippedScenariosIT -Dit.plays=none");

    private NotRun() {}

    public static void main(String[] arguments) {
        List<String> notRun = read(Path.of(arguments[0]), Instant.parse(arguments[1]));
        leftOut(arguments[3]).ifPresent(line -> System.out.println("LEFT OUT: " + line));
        if (notRun.isEmpty()) {
            System.out.println("No test was left out for want of a tool.");
            return;
        }
        System.out.println("NOT RUN (" + notRun.size() + "), for want of a tool:");
        notRun.forEach(line -> System.out.println("  " + line));
        if (Boolean.parseBoolean(arguments[2])) {
            throw new IllegalStateException(notRun.size() + " tests were not run, and -Dtools.required is set");
        }
    }

    /** What this build leaves out with a group of tests; empty for {@code none}. */
    static Optional<String> leftOut(String group) {
        return Optional.ofNullable(LEFT_OUT.get(group));
    }

    static List<String> read(Path root, Instant since) {
        try (Stream<Path> files = Files.walk(root)) {
            List<Path> reports = files.filter(NotRun::isReport)
                    .filter(file -> file.toFile().lastModified() >= since.toEpochMilli())
                    .sorted()
                    .toList();
            List<String> found = new ArrayList<>();
            for (Path report : reports) {
                found.addAll(skippedIn(report));
            }
            return found.stream().distinct().toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static boolean isReport(Path file) {
        String path = file.toString();
        return path.contains("-reports") && file.getFileName().toString().matches("TEST-.*\\.xml");
    }

    private static List<String> skippedIn(Path report) {
        List<String> found = new ArrayList<>();
        try {
            NodeList skipped = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(report.toFile())
                    .getElementsByTagName("skipped");
            for (int i = 0; i < skipped.getLength(); i++) {
                Element reason = (Element) skipped.item(i);
                Element test = (Element) reason.getParentNode();
                found.add(test.getAttribute("classname") + "." + test.getAttribute("name") + ": "
                        + reason.getAttribute("message").replaceFirst("^Assumption failed: ", ""));
            }
            return found;
        } catch (ParserConfigurationException | SAXException | IOException unreadable) {
            throw new IllegalStateException("Cannot read " + report, unreadable);
        }
    }
}
