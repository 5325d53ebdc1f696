package io.throughline.audit.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.audit.proof.SigningKey;
import io.throughline.audit.sealing.Sealer;
import io.throughline.audit.sealing.TreeRows;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The verification before rows that somebody with the database's password changed. */
class LiveVerificationTest {

    private static TrailFixture trail;

    @BeforeAll
    static void sealSixHundredRecordsInThreeRounds() throws SQLException {
        trail = TrailFixture.inMemory();
        for (int round = 0; round < 3; round++) {
            trail.write(200);
            while (trail.seal(150) > 0) {
                trail.sign();
            }
        }
        trail.write(3);
    }

    /** All tampering is done in a transaction that is verified from within and then forgotten. */
    @AfterEach
    void putBack() throws SQLException {
        trail.connection().rollback();
    }

    @Test
    void findsNothingWrongWithTheTrailAsSealed() throws SQLException {
        AuditVerification found = trail.verify();

        assertThat(found.firstBad()).isNull();
        assertThat(found.verified()).isTrue();
        assertThat(found.records()).isEqualTo(601);
        assertThat(found.unsealed()).isEqualTo(3);
        assertThat(found.checkpoint()).isEqualTo(601);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        actor | UPDATE audit_record SET actor = 'PER-000009' WHERE id = 300
        on_behalf_of | UPDATE audit_record SET on_behalf_of = NULL WHERE id = 300
        used_right | UPDATE audit_record SET used_right = 'CHANGE_AUTHORIZE' WHERE id = 300
        activity | UPDATE audit_record SET activity = NULL WHERE id = 300
        audit_action | UPDATE audit_record SET audit_action = 'incident.hold' WHERE id = 300
        record_number | UPDATE audit_record SET record_number = 'INC-000002' WHERE id = 300
        server | UPDATE audit_record SET server = NULL WHERE id = 300
        content | UPDATE audit_record SET content = '{}' WHERE id = 300
        digest | UPDATE audit_record SET digest = 'aa' WHERE id = 300
        recorded_at | UPDATE audit_record SET recorded_at = TIMESTAMP('2026-01-01 00:00:00') WHERE id = 300
        id | UPDATE audit_leaf SET audit_id = 99999 WHERE leaf_index = 299
        personal_value | UPDATE audit_personal SET personal_value = 'somebody' WHERE audit_id = 300
        salt | UPDATE audit_personal SET salt = NULL WHERE audit_id = 300
        erased_by | UPDATE audit_personal SET salt = NULL, personal_value = NULL WHERE audit_id = 300
        field_path | DELETE FROM audit_personal WHERE audit_id = 300
        field_path | UPDATE audit_personal SET field_path = 'after.other' WHERE audit_id = 300
        """)
    void namesTheRowAndTheColumn(String column, String sql) throws SQLException {
        trail.run(sql);

        AuditVerification.BadRow bad = trail.verify().firstBad();

        assertThat(bad).isNotNull();
        assertThat(bad.column()).isEqualTo(column);
        assertThat(bad.index()).isEqualTo(299);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        audit_leaf | leaf_index | DELETE FROM audit_leaf WHERE leaf_index = 20
        audit_leaf | leaf_index | UPDATE audit_leaf SET leaf_index = 7000 WHERE leaf_index = 20
        audit_leaf | leaf_index | INSERT INTO audit_leaf (leaf_index, audit_id) VALUES (601, 602)
        audit_head | root_hash | UPDATE audit_head SET root_hash = 'AAAA'
        audit_head | id | INSERT INTO audit_head (id, sealed_count, root_hash) VALUES (2, 0, 'x')
        audit_head | origin | UPDATE audit_head SET origin = 'another'
        audit_head | origin | UPDATE audit_head SET origin = NULL
        audit_checkpoint | tree_size | UPDATE audit_head SET sealed_count = 500
        audit_leaf | leaf_index | UPDATE audit_head SET sealed_count = 700
        audit_checkpoint | tree_size | UPDATE audit_checkpoint SET tree_size = 599 WHERE tree_size = 601
        audit_checkpoint | signed_note | UPDATE audit_checkpoint SET signed_note = 'x' WHERE tree_size = 601
        audit_checkpoint | tree_size | DELETE FROM audit_checkpoint
        audit_tile | hashes | DELETE FROM audit_tile WHERE tile_level = 0 AND tile_index = 1
        audit_tile | tile_index | DELETE FROM audit_tile WHERE tile_level = 1
        audit_tile | tile_index | INSERT INTO audit_tile SELECT 0, 9, hashes FROM audit_tile WHERE tile_index = 1
        audit_tile | tile_index | INSERT INTO audit_tile SELECT 3, 0, hashes FROM audit_tile WHERE tile_index = 1
        audit_unsealed | audit_id | UPDATE audit_unsealed SET audit_id = 5 WHERE audit_id = 603
        audit_unsealed | audit_id | UPDATE audit_unsealed SET audit_id = 5000 WHERE audit_id = 603
        audit_unsealed | audit_id | INSERT INTO audit_unsealed SELECT 12, queued_at, leaf_hash FROM audit_unsealed WHERE audit_id = 603
        audit_unsealed | queued_at | UPDATE audit_unsealed SET queued_at = TIMESTAMP('2026-01-01 00:00:00') WHERE audit_id = 603
        audit_unsealed | leaf_hash | UPDATE audit_unsealed SET leaf_hash = 'zz' WHERE audit_id = 603
        audit_record | content | UPDATE audit_unsealed SET leaf_hash = '00000000000000000000000000000000000000000000000000000000000000aa' WHERE audit_id = 603
        audit_record | id | DELETE FROM audit_unsealed WHERE audit_id = 603
        audit_record | actor | UPDATE audit_record SET actor = 'PER-000009' WHERE id = 603
        """)
    void namesTheTableAndTheColumn(String table, String column, String sql) throws SQLException {
        trail.run(sql);

        AuditVerification.BadRow bad = trail.verify().firstBad();

        assertThat(bad).isNotNull();
        assertThat(bad.table() + "." + bad.column()).isEqualTo(table + "." + column);
    }

    @Test
    void findsARecordRewrittenWithItsDigest() throws SQLException {
        rewrite(300);

        AuditVerification.BadRow bad = trail.verify().firstBad();

        assertThat(bad.table() + "." + bad.column()).isEqualTo("audit_record.content");
        assertThat(bad.index()).isEqualTo(299);
    }

    @ParameterizedTest
    @CsvSource({"10", "300", "590"})
    void tellsAChangedTileFromAChangedRecord(long index) throws SQLException {
        byte[] hashes = new TreeRows(trail.connection()).hashes(0, index >> 8);
        hashes[(int) (index & 255) * 32] ^= 1;
        trail.run("UPDATE audit_tile SET hashes = ? WHERE tile_level = 0 AND tile_index = ?", hashes, index >> 8);

        AuditVerification.BadRow bad = trail.verify().firstBad();

        assertThat(bad.table()).isEqualTo("audit_tile");
        assertThat(bad.index()).isEqualTo(index);
    }

    @Test
    void findsTwoRecordsThatChangedPlaces() throws SQLException {
        trail.run("UPDATE audit_leaf SET audit_id = -1 WHERE leaf_index = 10");
        trail.run("UPDATE audit_leaf SET audit_id = 11 WHERE leaf_index = 20");
        trail.run("UPDATE audit_leaf SET audit_id = 21 WHERE leaf_index = 10");

        assertThat(trail.verify().firstBad().index()).isEqualTo(10);
    }

    @Test
    void findsATreeThatWasMadeAnewAndSignedWithAKeyThatIsNotOnRecord() throws SQLException {
        rewrite(300);
        TamperedTree.rebuild(trail.connection());
        SigningKey other = SigningKey.generate("throughline/test");
        new Sealer(new TreeRows(trail.connection())).sign(origin -> other);

        assertThat(trail.verify().firstBad().table()).isEqualTo("audit_checkpoint");
    }

    @Test
    void findsATreeThatWasMadeAnewWithTheRightKeyByWhatAnAnchorHolds() throws SQLException {
        List<AnchoredNotes> anchored = anchored();
        rewrite(300);
        TamperedTree.rebuild(trail.connection());
        new Sealer(new TreeRows(trail.connection())).sign(origin -> trail.key());

        assertThat(trail.verify(List.of()).verified()).isTrue();
        putBack();
        rewrite(300);
        TamperedTree.rebuild(trail.connection());
        new Sealer(new TreeRows(trail.connection())).sign(origin -> trail.key());
        AuditVerification.BadRow bad = trail.verify(anchored).firstBad();
        assertThat(bad.index()).isBetween(100L, 300L);
        assertThat(bad.detail()).contains("file:/elsewhere");
    }

    @Test
    void findsATailThatWasCutWithItsCheckpointsByWhatAnAnchorHolds() throws SQLException {
        List<AnchoredNotes> anchored = anchored();
        trail.run("DELETE FROM audit_personal WHERE audit_id > 402");
        trail.run("DELETE FROM audit_unsealed");
        trail.run("DELETE FROM audit_leaf WHERE leaf_index >= 402");
        trail.run("DELETE FROM audit_record WHERE id > 402");
        TamperedTree.rebuild(trail.connection());
        new Sealer(new TreeRows(trail.connection())).sign(origin -> trail.key());

        AuditVerification.BadRow bad = trail.verify(anchored).firstBad();

        assertThat(bad.index()).isEqualTo(402);
        assertThat(bad.detail()).contains("the tail was cut");
    }

    private static List<AnchoredNotes> anchored() throws SQLException {
        List<String> notes = trail.signed();
        assertThat(notes.size()).isGreaterThan(2);
        assertThat(trail.verify(List.of(new AnchoredNotes("file:/elsewhere", notes, null)))
                        .verified())
                .isTrue();
        return List.of(new AnchoredNotes("file:/elsewhere", notes, null));
    }

    @Test
    void takesAnErasureThatIsOnRecordForNoFault() throws SQLException {
        trail.run("UPDATE audit_record SET audit_action = 'audit.erase' WHERE id = 604");
        trail.run("UPDATE audit_personal SET salt = NULL, personal_value = NULL, erased_by = 604 WHERE audit_id = 300");

        // Record 604 waits and was edited for this test: all the sealed rows before it are found in order.
        assertThat(trail.verify().firstBad().auditId()).isEqualTo(604);
    }

    private void rewrite(long id) throws SQLException {
        String content;
        try (var query = trail.connection().prepareStatement("SELECT content FROM audit_record WHERE id = " + id);
                var row = query.executeQuery()) {
            row.next();
            content = row.getString(1).replace("works", "fails");
        }
        trail.run(
                "UPDATE audit_record SET content = ?, digest = ? WHERE id = ?",
                content,
                TrailFixture.hex(
                        new io.throughline.audit.proof.TreeHasher().plain(content.getBytes(StandardCharsets.UTF_8))),
                id);
    }
}
