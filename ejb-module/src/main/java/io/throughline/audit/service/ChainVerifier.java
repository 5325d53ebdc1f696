package io.throughline.audit.service;

import io.throughline.audit.domain.AuditHead;
import io.throughline.audit.domain.AuditLeaf;
import io.throughline.audit.domain.AuditRecord;
import io.throughline.kernel.domain.Times;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Recomputes the chain row by row, in order, and stops at the first row that does not fit. */
final class ChainVerifier {

    private long expectedIndex;
    private String link = Hashes.START;

    /** Takes the next row; the record is null when it is gone. */
    Optional<AuditVerification.BadRow> next(AuditLeaf leaf, AuditRecord record) {
        if (leaf.index() != expectedIndex) {
            return bad(expectedIndex, null, "leaf_index", "no leaf stands at this place");
        }
        if (record == null) {
            return bad(leaf.index(), leaf.auditId(), "id", "the record is gone");
        }
        if (!Hashes.ofText(record.content()).equals(record.digest())) {
            return bad(leaf.index(), record.id(), "content", "does not have the stored digest");
        }
        Optional<String> column = contradictedColumn(record);
        if (column.isPresent()) {
            return bad(leaf.index(), record.id(), column.get(), "differs from the record's content");
        }
        link = Hashes.link(link, record.digest());
        if (!link.equals(leaf.link())) {
            return bad(leaf.index(), record.id(), "chain_link", "does not follow from the link before and the digest");
        }
        expectedIndex++;
        return Optional.empty();
    }

    Optional<AuditVerification.BadRow> end(AuditHead head) {
        if (head.size() != expectedIndex) {
            return bad(expectedIndex, null, "sealed_count", "the head counts " + head.size() + " sealed records");
        }
        if (!head.link().equals(link)) {
            return bad(expectedIndex, null, "chain_link", "the head names another last link");
        }
        return Optional.empty();
    }

    long verified() {
        return expectedIndex;
    }

    private static Optional<AuditVerification.BadRow> bad(long index, Long id, String column, String detail) {
        return Optional.of(new AuditVerification.BadRow(index, id, column, detail));
    }

    private static Optional<String> contradictedColumn(AuditRecord record) {
        JsonObject content;
        try (var reader = Json.createReader(new StringReader(record.content()))) {
            content = reader.readObject();
        } catch (JsonException e) {
            return Optional.of("content");
        }
        Map<String, String[]> pairs = new LinkedHashMap<>();
        pairs.put("recorded_at", new String[] {Times.text(record.at()), text(content, "at")});
        pairs.put("actor", new String[] {record.actor(), text(content, "actor")});
        pairs.put("on_behalf_of", new String[] {record.onBehalfOf(), text(content, "onBehalfOf")});
        pairs.put("used_right", new String[] {record.right(), text(content, "right")});
        pairs.put("activity", new String[] {record.activity(), text(content, "activity")});
        pairs.put("audit_action", new String[] {record.action(), text(content, "action")});
        pairs.put("record_number", new String[] {record.record(), text(content, "record")});
        pairs.put("server", new String[] {record.server(), text(content, "server")});
        return pairs.entrySet().stream()
                .filter(pair -> !Objects.equals(pair.getValue()[0], pair.getValue()[1]))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static String text(JsonObject content, String name) {
        JsonValue value = content.get(name);
        return value instanceof JsonString string ? string.getString() : null;
    }
}
