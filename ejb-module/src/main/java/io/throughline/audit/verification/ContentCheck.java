package io.throughline.audit.verification;

import io.throughline.audit.proof.BrokenProof;
import io.throughline.audit.proof.Json;
import io.throughline.audit.proof.TreeHasher;
import io.throughline.kernel.domain.Times;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;

/** Holds one record's columns against its content, and its content against a hash. */
final class ContentCheck {

    private static final String TABLE = "audit_record";

    private final TreeHasher hasher = new TreeHasher();

    /**
     * That the content has the stored digest, hashes to the leaf, and says what the other columns say.
     *
     * @param leafHash what the content must hash to
     * @return the content's leaf hash
     * @throws Fault naming the column
     */
    void check(SealedRow row, byte[] leafHash) {
        if (!row.found()) {
            throw new Fault(TABLE, row.index(), row.auditId(), "id", "the record is gone");
        }
        if (row.content() == null) {
            throw new Fault(TABLE, row.index(), row.auditId(), "content", "is empty");
        }
        byte[] content = row.content().getBytes(StandardCharsets.UTF_8);
        boolean asSealed = Arrays.equals(hasher.leaf(content), leafHash);
        if (!HexFormat.of().formatHex(hasher.plain(content)).equals(row.digest())) {
            throw new Fault(
                    TABLE,
                    row.index(),
                    row.auditId(),
                    asSealed ? "digest" : "content",
                    asSealed ? "is not that of the content" : "does not have the stored digest");
        }
        if (!asSealed) {
            throw new Fault(TABLE, row.index(), row.auditId(), "content", "is not what was sealed at this place");
        }
        String column = contradictedColumn(row);
        if (column != null) {
            throw new Fault(TABLE, row.index(), row.auditId(), column, "differs from the record's content");
        }
    }

    private static String contradictedColumn(SealedRow row) {
        Map<String, String> said;
        try {
            said = TopLevel.texts(row.content());
        } catch (BrokenProof e) {
            return "content";
        }
        if (row.at() == null || !Times.text(row.at()).equals(said.get("at"))) {
            return "recorded_at";
        }
        if (!Objects.equals(row.actor(), said.get("actor"))) {
            return "actor";
        }
        if (!Objects.equals(row.onBehalfOf(), said.get("onBehalfOf"))) {
            return "on_behalf_of";
        }
        if (!Objects.equals(row.right(), said.get("right"))) {
            return "used_right";
        }
        if (!Objects.equals(row.activity(), said.get("activity"))) {
            return "activity";
        }
        if (!Objects.equals(row.action(), said.get("action"))) {
            return "audit_action";
        }
        if (!Objects.equals(row.record(), said.get("record"))) {
            return "record_number";
        }
        return Objects.equals(row.server(), said.get("server")) ? null : "server";
    }

    /** The texts at the top of a JSON object; what is nested is passed over. */
    static final class TopLevel {

        private TopLevel() {}

        static Map<String, String> texts(String json) {
            Map<String, String> texts = new java.util.HashMap<>();
            int at = 1;
            int end = json.length() - 1;
            while (at < end) {
                int nameEnd = closing(json, at);
                String name = json.substring(at + 1, nameEnd);
                at = nameEnd + 2;
                if (json.charAt(at) == '"') {
                    int textEnd = closing(json, at);
                    texts.put(name, text(json.substring(at, textEnd + 1)));
                    at = textEnd + 1;
                } else {
                    at = over(json, at);
                }
                at++;
            }
            return texts;
        }

        private static String text(String quoted) {
            return quoted.indexOf('\\') < 0 ? quoted.substring(1, quoted.length() - 1) : (String) Json.parse(quoted);
        }

        /** Place of the quotation mark that ends the string which begins here. */
        private static int closing(String json, int at) {
            for (int i = at + 1; i < json.length(); i++) {
                char c = json.charAt(i);
                if (c == '\\') {
                    i++;
                } else if (c == '"') {
                    return i;
                }
            }
            throw new BrokenProof("a text does not end");
        }

        /** Place behind the value that begins here. */
        private static int over(String json, int at) {
            int depth = 0;
            for (int i = at; i < json.length(); i++) {
                char c = json.charAt(i);
                if (c == '"') {
                    i = closing(json, i);
                } else if (c == '{' || c == '[') {
                    depth++;
                } else if (c == '}' || c == ']') {
                    if (depth == 0) {
                        return i;
                    }
                    depth--;
                } else if (c == ',' && depth == 0) {
                    return i;
                }
            }
            throw new BrokenProof("a value does not end");
        }
    }
}
