package io.throughline.thread.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import io.throughline.audit.proof.Checkpoint;
import io.throughline.audit.proof.TreeHasher;
import io.throughline.audit.service.AuditRecordView;
import io.throughline.kernel.activity.Activity;
import io.throughline.kernel.activity.WordSets;
import io.throughline.kernel.activity.Words;
import io.throughline.thread.service.ThreadView;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvidenceReportTest {

    private static final Instant AT = Instant.parse("2026-03-01T09:00:00.123456Z");

    @Test
    void tellsWhoAskedWhoJudgedWhoAllowedWhatRanAndWhatCameOfIt() throws Exception {
        Story story = Story.of(
                List.of(
                        record("change.raise", "PER-000002", null, "{\"state\":\"RECORDED\"}", "orders fail"),
                        record("change.assess", "PER-000003", null, "{\"state\":\"ASSESSED\"}", "low risk"),
                        record("change.authorize", "PER-000004", null, "{\"packageDigest\":\"ab12\"}", "go"),
                        record("target.outcome", "machine:rollout", "SRV-000001", host("IN_DOUBT"), null),
                        record("target.outcome", "machine:rollout", "SRV-000001", host("VERIFIED"), null),
                        record("target.outcome", "machine:rollout", "SRV-000002", host("UNREACHABLE"), null),
                        record("change.recordOutcome", "PER-000002", null, "{\"state\":\"IMPLEMENTED\"}", null)),
                number -> "Person " + number);
        Words words = WordSets.shipped().words("later", Activity.values()[6]);
        ThreadView thread = new ThreadView(
                "CON-000001",
                "later",
                List.of("CHG-000001"),
                List.of(new ThreadView.Step(
                        7,
                        "ACCEPT_CHANGE",
                        words,
                        words,
                        words,
                        true,
                        "PER-000002",
                        "Petra",
                        "CHG-000001",
                        AT,
                        AT,
                        4L,
                        0L)));

        byte[] pdf = EvidenceReport.of(
                "CHG-000001", thread, story, new Checkpoint("throughline/test", 7, new TreeHasher().empty()), "key");

        Files.write(Files.createDirectories(Path.of("target/evidence")).resolve("report.pdf"), pdf);
        PdfReader reader = new PdfReader(pdf);
        String text = new PdfTextExtractor(reader).getTextFromPage(1).replaceAll("\\s+", "");
        assertThat(text)
                .contains("EvidenceonCHG-000001")
                .contains("PersonPER-000004")
                .contains("ordersfail")
                .contains("lowrisk")
                .contains("2servers:1UNREACHABLE,1VERIFIED.")
                .contains("4.2.8")
                .contains("ab12")
                .contains("IMPLEMENTED");
    }

    private static String host(String state) {
        return "{\"state\":\"" + state + "\",\"levelBefore\":\"4.2.7\",\"levelAfter\":\"4.2.8\"}";
    }

    private static AuditRecordView record(String action, String actor, String server, String after, String reason) {
        String content = "{\"after\":" + after + (reason == null ? "" : ",\"reason\":\"" + reason + "\"") + "}";
        return new AuditRecordView(
                1,
                AT,
                actor,
                null,
                null,
                null,
                action,
                server == null ? "CHG-000001" : "DEP-000001",
                server,
                content,
                "");
    }
}
