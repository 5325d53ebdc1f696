package io.throughline.audit.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.audit.domain.AuditContent;
import io.throughline.audit.domain.AuditHead;
import io.throughline.audit.domain.AuditLeaf;
import io.throughline.audit.domain.AuditRecord;
import java.lang.reflect.Field;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The verifier before rows that somebody with the database's password changed. */
class ChainVerifierTest {

    private final List<AuditRecord> records = new ArrayList<>();
    private final List<AuditLeaf> leaves = new ArrayList<>();
    private final AuditHead head = newHead();

    @BeforeEach
    void sealFiveRecords() throws Exception {
        String link = Hashes.START;
        for (long i = 0; i < 5; i++) {
            AuditContent content = new AuditContent(
                    Instant.parse("2026-03-01T09:00:00Z").plusSeconds(i),
                    "PER-00000" + (i + 1),
                    "PER-000009",
                    "INCIDENT_WORK",
                    "CLOSE_INCIDENT",
                    "incident.close",
                    "INC-000001",
                    "SRV-000001",
                    "it works",
                    "request-1",
                    "127.0.0.1",
                    Map.of("state", "RESOLVED"),
                    Map.of("state", "CLOSED"));
            String json = CanonicalJson.write(content.values());
            AuditRecord record = new AuditRecord(content, json, Hashes.ofText(json));
            set(record, "id", i + 1);
            link = Hashes.link(link, record.digest());
            records.add(record);
            leaves.add(new AuditLeaf(i, i + 1, link));
        }
        head.advance(5, link, Instant.parse("2026-03-01T09:00:10Z"));
    }

    @Test
    void findsNothingWrongWithTheChainAsSealed() {
        assertThat(verify()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "actor, actor, PER-000099",
        "onBehalfOf, on_behalf_of, ''",
        "right, used_right, CHANGE_AUTHORIZE",
        "activity, activity, ''",
        "action, audit_action, incident.hold",
        "record, record_number, INC-000002",
        "server, server, ''",
        "content, content, {}",
    })
    void namesTheRowAndTheColumnThatWasEdited(String field, String column, String value) throws Exception {
        set(records.get(2), field, value.isEmpty() ? null : value);

        assertThat(verify()).hasValueSatisfying(bad -> {
            assertThat(bad.index()).isEqualTo(2);
            assertThat(bad.auditId()).isEqualTo(3);
            assertThat(bad.column()).isEqualTo(column);
        });
    }

    @Test
    void namesTheTimeThatWasEdited() throws Exception {
        set(records.get(4), "at", Instant.parse("2026-02-28T09:00:00Z"));

        assertThat(verify()).hasValueSatisfying(bad -> assertThat(bad.column()).isEqualTo("recorded_at"));
    }

    @Test
    void findsARecordRewrittenWithItsDigest() throws Exception {
        AuditRecord victim = records.get(1);
        String content = victim.content().replace("it works", "it failed");
        set(victim, "content", content);
        set(victim, "digest", Hashes.ofText(content));

        assertThat(verify()).hasValueSatisfying(bad -> {
            assertThat(bad.index()).isEqualTo(1);
            assertThat(bad.column()).isEqualTo("chain_link");
        });
    }

    @Test
    void findsTwoRecordsThatChangedPlaces() {
        AuditRecord first = records.get(0);
        records.set(0, records.get(1));
        records.set(1, first);

        assertThat(verify()).hasValueSatisfying(bad -> assertThat(bad.index()).isZero());
    }

    @Test
    void findsARecordThatIsGone() {
        records.set(3, null);

        assertThat(verify()).hasValueSatisfying(bad -> {
            assertThat(bad.index()).isEqualTo(3);
            assertThat(bad.auditId()).isEqualTo(4);
        });
    }

    @Test
    void findsALeafThatIsGone() {
        leaves.remove(2);
        records.remove(2);

        assertThat(verify()).hasValueSatisfying(bad -> assertThat(bad.index()).isEqualTo(2));
    }

    @Test
    void findsATailThatWasCut() {
        leaves.remove(4);
        records.remove(4);

        assertThat(verify()).hasValueSatisfying(bad -> assertThat(bad.column()).isEqualTo("sealed_count"));
    }

    private Optional<AuditVerification.BadRow> verify() {
        ChainVerifier verifier = new ChainVerifier();
        for (int i = 0; i < leaves.size(); i++) {
            Optional<AuditVerification.BadRow> bad = verifier.next(leaves.get(i), records.get(i));
            if (bad.isPresent()) {
                return bad;
            }
        }
        return verifier.end(head);
    }

    /** What somebody does who writes into the table: no code of ours lets a record be changed. */
    private static void set(AuditRecord record, String field, Object value) throws Exception {
        Field column = AuditRecord.class.getDeclaredField(field);
        column.setAccessible(true);
        column.set(record, value);
    }

    private static AuditHead newHead() {
        try {
            var constructor = AuditHead.class.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
