package io.throughline.thread.evidence;

import io.throughline.audit.export.JsonText;
import io.throughline.audit.proof.Checkpoint;
import io.throughline.audit.proof.Json;
import io.throughline.audit.proof.SignedNote;
import io.throughline.audit.service.AuditEntry;
import io.throughline.audit.service.AuditExports;
import io.throughline.audit.service.AuditReader;
import io.throughline.audit.service.AuditRecordView;
import io.throughline.audit.service.AuditTrail;
import io.throughline.audit.service.RefusalRecorder;
import io.throughline.audit.service.SealingService;
import io.throughline.audit.verifier.Bundle;
import io.throughline.identity.domain.Person;
import io.throughline.identity.domain.PersonRepository;
import io.throughline.identity.domain.Right;
import io.throughline.identity.service.Authority;
import io.throughline.kernel.domain.Facts;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.Sha256;
import io.throughline.kernel.domain.Times;
import io.throughline.kernel.thread.Threads;
import io.throughline.thread.service.ThreadReader;
import io.throughline.thread.service.ThreadView;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Puts together what proves a change or a thread: one file, verified offline by one command. */
@Stateless
@Interceptors(RefusalRecorder.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EvidenceBundles {

    private static final String README = """
            Evidence on %s, from the audit trail of %s.

            report.pdf      for reading: who asked, who judged, who allowed, what ran where, what came of it
            evidence.json   the same for programs, with all that was run on each server
            trail.ndjson    the sealed audit records, each with the path that proves it, and the signed checkpoint
            manifest.note   SHA-256 of each file, signed by the log

            Verify with any Java, offline:
              java -jar throughline-audit.jar verify THIS.zip --key KEY
            """;

    @Inject
    Authority authority;

    @Inject
    ThreadReader threads;

    @Inject
    Threads members;

    @Inject
    AuditReader reader;

    @Inject
    AuditExports exports;

    @Inject
    SealingService sealing;

    @Inject
    AuditTrail trail;

    @Inject
    PersonRepository people;

    @Inject
    HostEvidence hosts;

    /** Refuses who may not have it, before an answer is begun. */
    public void mayHave() {
        authority.require(Right.AUDIT_READ);
    }

    /**
     * @param subject any record of a thread; a change's bundle has the change and what was done for it alone
     */
    public void write(RecordNumber subject, OutputStream out) throws IOException {
        authority.require(Right.AUDIT_READ);
        trail.noteRegardless(
                AuditEntry.of("audit.export").by(Right.AUDIT_READ).on(subject),
                Facts.of().put("form", "evidence bundle"));
        List<String> numbers = recordsOf(subject);
        StringWriter sealed = new StringWriter();
        exports.ofRecords(numbers, sealed);
        Map<String, Object> header =
                Json.object(sealed.toString().lines().findFirst().orElseThrow());
        Checkpoint checkpoint = Checkpoint.parse(
                SignedNote.parse(String.valueOf(header.get("checkpoint"))).text());
        List<?> keys = (List<?>) header.get("keys");

        ThreadView thread = threads.threadOf(subject, null);
        Story story = Story.of(reader.history(numbers), this::name);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("README.txt", bytes(README.formatted(subject, checkpoint.origin())));
        files.put(
                "report.pdf",
                EvidenceReport.of(
                        subject.toString(), thread, story, checkpoint, String.valueOf(keys.get(keys.size() - 1))));
        files.put("evidence.json", bytes(JsonText.of(values(subject, numbers, story))));
        files.put(Bundle.TRAIL, bytes(sealed.toString()));
        StringBuilder manifest = new StringBuilder(Bundle.TITLE).append('\n');
        files.forEach((name, file) ->
                manifest.append(Sha256.of(file)).append("  ").append(name).append('\n'));
        files.put(Bundle.MANIFEST, bytes(sealing.signed(manifest.toString())));
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
    }

    /** The whole thread; for a change the change, and what names it in the records. */
    private List<String> recordsOf(RecordNumber subject) {
        List<String> all = members.membersWith(subject.toString());
        if (subject.kind() != RecordKind.CHANGE) {
            return all.isEmpty() ? List.of(subject.toString()) : all;
        }
        Set<String> chosen = new LinkedHashSet<>(Set.of(subject.toString()));
        for (int round = 0; round < 2; round++) {
            for (AuditRecordView record : reader.history(new ArrayList<>(all))) {
                boolean named =
                        chosen.stream().anyMatch(number -> record.content().contains('"' + number + '"'));
                if (named
                        && List.of("REL", "DEP", "CHG").contains(record.record().substring(0, 3))) {
                    chosen.add(record.record());
                }
            }
        }
        return new ArrayList<>(chosen);
    }

    private Map<String, Object> values(RecordNumber subject, List<String> numbers, Story story) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("subject", subject.toString());
        values.put("records", numbers);
        values.put("packageDigests", story.digests);
        values.put("asked", story.asked.stream().map(Story.Deed::values).toList());
        values.put("judged", story.judged.stream().map(Story.Deed::values).toList());
        values.put("allowed", story.allowed.stream().map(Story.Deed::values).toList());
        values.put("cameOfIt", story.cameOfIt.stream().map(Story.Deed::values).toList());
        List<Object> servers = new ArrayList<>();
        numbers.stream()
                .filter(number -> number.startsWith(RecordKind.DEPLOYMENT.prefix()))
                .forEach(number -> hosts.of(number).forEach(host -> servers.add(values(number, host))));
        values.put("servers", servers);
        return values;
    }

    private static Map<String, Object> values(String deployment, HostEvidence.Host host) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("deployment", deployment);
        values.put("server", host.server());
        values.put("name", host.name());
        values.put("outcome", host.outcome());
        values.put("before", host.before());
        values.put("after", host.after());
        values.put("steps", host.steps().stream().map(EvidenceBundles::values).toList());
        return values;
    }

    private static Map<String, Object> values(HostEvidence.Step step) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("action", step.action());
        values.put("command", step.command());
        values.put("exit", step.exit());
        values.put("durationMillis", step.durationMillis());
        values.put("answeredAt", step.answeredAt() == null ? null : Times.text(step.answeredAt()));
        values.put("output", step.output());
        return values;
    }

    private String name(String actor) {
        return actor.startsWith(RecordKind.PERSON.prefix() + "-")
                ? people.find(RecordNumber.parse(actor)).map(Person::fullName).orElse(actor) + " (" + actor + ")"
                : actor;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
