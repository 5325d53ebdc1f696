package io.throughline.thread.evidence;

import io.throughline.audit.proof.Json;
import io.throughline.audit.service.AuditRecordView;
import io.throughline.kernel.domain.Times;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What a manager asks of a thread, answered from its audit records alone: who asked, who judged, who allowed, what ran
 * where, what came of it.
 */
final class Story {

    /** A deed of a person, or of the product for one. */
    record Deed(String what, String record, String who, String when, String reason, String state) {

        Map<String, Object> values() {
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("action", what);
            values.put("record", record);
            values.put("by", who);
            values.put("at", when);
            values.put("reason", reason);
            values.put("state", state);
            return values;
        }
    }

    /** What became of one server, last word. */
    record Outcome(String deployment, String server, String state, String before, String after, String when) {}

    private static final Set<String> ASKED = Set.of("change.raise", "contact.receive", "incident.log");
    private static final Set<String> JUDGED = Set.of(
            "change.assess",
            "change.accept",
            "change.categorize",
            "release.recordTest",
            "release.accept",
            "change.reject");
    private static final Set<String> ALLOWED = Set.of(
            "change.authorize",
            "change.refuse",
            "change.preAuthorize",
            "change.confirm",
            "change.extend",
            "change.withdraw",
            "deployment.confirm",
            "deployment.approveExclusion",
            "change.second");
    private static final Set<String> CAME_OF_IT = Set.of(
            "deployment.finish",
            "deployment.verify",
            "deployment.close",
            "change.recordOutcome",
            "change.review",
            "change.close",
            "incident.verify",
            "incident.resolve",
            "incident.close",
            "change.lookBack");

    final List<Deed> asked = new ArrayList<>();
    final List<Deed> judged = new ArrayList<>();
    final List<Deed> allowed = new ArrayList<>();
    final List<Deed> cameOfIt = new ArrayList<>();
    final Map<String, Outcome> servers = new LinkedHashMap<>();
    final Set<String> digests = new LinkedHashSet<>();

    /** @param name gives a person's name for her number */
    static Story of(List<AuditRecordView> records, UnaryOperator<String> name) {
        Story story = new Story();
        records.forEach(record -> story.tell(record, name));
        return story;
    }

    private void tell(AuditRecordView record, UnaryOperator<String> name) {
        Map<String, Object> content = Json.object(record.content());
        Map<?, ?> after = content.get("after") instanceof Map<?, ?> map ? map : Map.of();
        if (after.get("packageDigest") instanceof String digest) {
            digests.add(digest);
        }
        if (record.action().equals("target.outcome") || record.action().equals("target.lateAnswer")) {
            servers.put(
                    record.record() + " " + record.server(),
                    new Outcome(
                            record.record(),
                            record.server(),
                            text(after.get("state")),
                            text(after.get("levelBefore")),
                            text(after.get("levelAfter")),
                            Times.text(record.at())));
            return;
        }
        String person = record.onBehalfOf() == null ? record.actor() : record.onBehalfOf();
        Deed deed = new Deed(
                record.action(),
                record.record(),
                name.apply(person),
                Times.text(record.at()),
                text(content.get("reason")),
                text(after.get("state")));
        if (ASKED.contains(record.action())) {
            asked.add(deed);
        } else if (JUDGED.contains(record.action())) {
            judged.add(deed);
        } else if (ALLOWED.contains(record.action()) || "CHANGE_AUTHORIZE".equals(record.right())) {
            allowed.add(deed);
        } else if (CAME_OF_IT.contains(record.action())) {
            cameOfIt.add(deed);
        }
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
