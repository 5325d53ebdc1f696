package io.throughline.thread.evidence;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.FontFactory;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfWriter;
import io.throughline.audit.proof.Checkpoint;
import io.throughline.thread.service.ThreadView;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The evidence as a manager reads it: a page or two in sentences and tables. */
final class EvidenceReport {

    private static final Font TITLE = FontFactory.getFont(FontFactory.HELVETICA_BOLD, 18);
    private static final Font HEADING = FontFactory.getFont(FontFactory.HELVETICA_BOLD, 12);
    private static final Font TEXT = FontFactory.getFont(FontFactory.HELVETICA, 9.5f);
    private static final Font STRONG = FontFactory.getFont(FontFactory.HELVETICA_BOLD, 9.5f);
    private static final Font MONO = FontFactory.getFont(FontFactory.COURIER, 8);
    private static final Color SHADE = new Color(0xEE, 0xF2, 0xF6);
    private static final int SERVERS_ONE_BY_ONE = 300;

    private final Document document = new Document(PageSize.A4, 48, 48, 48, 48);

    private EvidenceReport() {}

    static byte[] of(String subject, ThreadView thread, Story story, Checkpoint checkpoint, String key) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        EvidenceReport report = new EvidenceReport();
        PdfWriter.getInstance(report.document, pdf);
        report.document.addTitle("Evidence on " + subject);
        report.document.open();
        report.write(subject, thread, story, checkpoint, key);
        report.document.close();
        return pdf.toByteArray();
    }

    private void write(String subject, ThreadView thread, Story story, Checkpoint checkpoint, String key) {
        document.add(new Paragraph("Evidence on " + subject, TITLE));
        text("All times are UTC. Everything on these pages is taken from the sealed audit records in this bundle; the"
                + " last section says how to check that.");

        heading("Who asked");
        deeds(story.asked);
        heading("Who judged");
        deeds(story.judged);
        heading("Who allowed");
        deeds(story.allowed);

        heading("What ran where");
        if (!story.digests.isEmpty()) {
            text("Package (SHA-256): " + String.join(", ", story.digests));
        }
        servers(story);

        heading("What came of it");
        deeds(story.cameOfIt);

        heading("The activities in order");
        PdfPTable table = table(new float[] {1, 8, 5, 5, 3}, "", "activity", "by", "begun", "took");
        for (ThreadView.Step step : thread.activities()) {
            if (step.performed()) {
                row(
                        table,
                        String.valueOf(step.number()),
                        step.words().activity(),
                        step.performerName(),
                        String.valueOf(step.startedAt()).replaceFirst("\\..*Z", "Z"),
                        step.secondsTaken() + " s");
            }
        }
        document.add(table);

        heading("How to check this");
        text("On any machine with Java, without a server or a network:");
        document.add(new Paragraph("java -jar throughline-audit.jar verify FILE.zip --key KEY", MONO));
        text(
                "It checks that every record is in the log, that the log signed it, and that no file of the bundle was"
                        + " touched. KEY is the log's verifier key as you know it from elsewhere. In this bundle the log says:");
        document.add(new Paragraph(
                "log    " + checkpoint.origin() + "\nsize   " + checkpoint.size() + "\nroot   " + checkpoint.rootText()
                        + "\nkey    " + key,
                MONO));
    }

    private void deeds(List<Story.Deed> deeds) {
        if (deeds.isEmpty()) {
            text("Nobody is on record.");
            return;
        }
        PdfPTable table = table(new float[] {4, 5, 5, 4, 6}, "who", "what", "when", "record", "reason given");
        deeds.forEach(deed -> row(
                table,
                deed.who(),
                deed.what() + (deed.state() == null ? "" : " > " + deed.state()),
                deed.when().replaceFirst("\\..*Z", "Z"),
                deed.record(),
                deed.reason()));
        document.add(table);
    }

    private void servers(Story story) {
        if (story.servers.isEmpty()) {
            text("No server was changed.");
            return;
        }
        Map<String, Long> counts = story.servers.values().stream()
                .collect(Collectors.groupingBy(
                        outcome -> String.valueOf(outcome.state()), TreeMap::new, Collectors.counting()));
        text(story.servers.size() + " servers: "
                + counts.entrySet().stream()
                        .map(entry -> entry.getValue() + " " + entry.getKey())
                        .collect(Collectors.joining(", "))
                + ".");
        PdfPTable table =
                table(new float[] {4, 4, 4, 3, 3, 5}, "server", "deployment", "outcome", "before", "after", "at");
        story.servers.values().stream()
                .limit(SERVERS_ONE_BY_ONE)
                .forEach(outcome -> row(
                        table,
                        outcome.server(),
                        outcome.deployment(),
                        outcome.state(),
                        outcome.before(),
                        outcome.after(),
                        outcome.when().replaceFirst("\\..*Z", "Z")));
        document.add(table);
        if (story.servers.size() > SERVERS_ONE_BY_ONE) {
            text("The others are in evidence.json.");
        }
    }

    private void heading(String words) {
        Paragraph heading = new Paragraph(words, HEADING);
        heading.setSpacingBefore(12);
        heading.setSpacingAfter(4);
        document.add(heading);
    }

    private void text(String words) {
        Paragraph paragraph = new Paragraph(words, TEXT);
        paragraph.setSpacingAfter(4);
        document.add(paragraph);
    }

    private static PdfPTable table(float[] widths, String... heads) {
        PdfPTable table = new PdfPTable(widths);
        table.setWidthPercentage(100);
        table.setHeaderRows(1);
        for (String head : heads) {
            PdfPCell cell = new PdfPCell(new Phrase(head, STRONG));
            cell.setBackgroundColor(SHADE);
            cell.setHorizontalAlignment(Element.ALIGN_LEFT);
            table.addCell(cell);
        }
        return table;
    }

    private static void row(PdfPTable table, String... values) {
        for (String value : values) {
            table.addCell(new PdfPCell(new Phrase(value == null ? "" : value, TEXT)));
        }
    }
}
