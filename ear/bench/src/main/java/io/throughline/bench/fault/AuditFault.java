package io.throughline.bench.fault;

import io.throughline.audit.proof.Checkpoint;
import io.throughline.audit.proof.ProofCheck;
import io.throughline.audit.proof.SignedNote;
import io.throughline.audit.proof.TreeReader;
import io.throughline.audit.sealing.TreeRows;
import io.throughline.audit.verification.AnchoredNotes;
import io.throughline.audit.verification.AuditVerification;
import io.throughline.audit.verification.LiveVerification;
import io.throughline.launcher.ServerOption;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Kills the server under load and looks for what was lost or sealed twice, then does to the trail's tables whatever
 * somebody with the database's password can do, and looks whether the verification finds it.
 */
final class AuditFault {

    private static final long PATIENCE_NANOS = 180_000_000_000L;
    private static final int RECORDS_BEFORE_A_KILL = 60;

    private final Path ear;
    private final int kills;
    private final Cases cases;
    private final Path work;
    private final DataSource database;
    private final Map<ServerOption, String> options;
    private final List<String> acknowledged = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private AuditFault(Path ear, int kills, EmbeddedPostgres postgres) throws IOException {
        this.ear = ear;
        this.kills = kills;
        this.cases = new Cases(ear.resolve("target/fault/audit.json"));
        this.work = Files.createTempDirectory(ear.resolve("target/fault"), "work");
        this.database = postgres.getPostgresDatabase();
        this.options = Map.of(
                ServerOption.DB_URL, "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres",
                ServerOption.DB_USER, "postgres",
                ServerOption.DB_PASSWORD, "postgres");
    }

    static boolean run(Path ear, int kills) throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setServerConfig("max_connections", "120")
                .start()) {
            AuditFault fault = new AuditFault(ear, kills, postgres);
            fault.killed();
            fault.twoNodes();
            fault.count();
            new Tampering(fault.database, fault.anchored(), fault.cases).all();
            return fault.cases.allHold();
        }
    }

    private void killed() throws Exception {
        for (int kill = 1; kill <= kills; kill++) {
            try (Node node = new Node(ear, work.resolve("data"), options)) {
                Writers writers = new Writers();
                int before = sealed();
                writers.on(node.url());
                await(() -> writers.count() >= RECORDS_BEFORE_A_KILL && sealed() > before);
                remember();
                Thread.sleep(ThreadLocalRandom.current().nextInt(1_000));
                node.kill();
                writers.stop();
                acknowledged.addAll(writers.acknowledged());
                System.out.println("kill " + kill + ": " + acknowledged.size() + " acknowledged so far, " + waiting()
                        + " of all wait to be sealed");
            }
        }
    }

    /** Both write, the first one is killed, the second one seals on; at the end everything is sealed. */
    private void twoNodes() throws Exception {
        try (Node first = new Node(ear, work.resolve("data"), options);
                Node second = new Node(ear, work.resolve("data2"), options)) {
            Writers writers = new Writers();
            writers.on(first.url());
            writers.on(second.url());
            await(() -> writers.count() >= 2 * RECORDS_BEFORE_A_KILL);
            remember();
            first.kill();
            Thread.sleep(2_000);
            writers.stop();
            acknowledged.addAll(writers.acknowledged());
            int sealedThen = sealed();
            await(() -> waiting() == 0 && signed() == sealed());
            remember();
            cases.add(
                    "two nodes write, one is killed",
                    "the other seals all that was written",
                    sealed() - sealedThen + " more sealed, " + waiting() + " wait",
                    waiting() == 0);
        }
    }

    private void count() throws Exception {
        long lost = 0;
        long twice;
        try (Connection connection = database.getConnection()) {
            for (String number : acknowledged) {
                if (number(
                                connection,
                                "SELECT COUNT(*) FROM audit_record r JOIN audit_leaf l ON l.audit_id = r.id"
                                        + " WHERE r.record_number = '" + number + "'")
                        == 0) {
                    lost++;
                }
            }
            twice = number(connection, "SELECT COUNT(*) - COUNT(DISTINCT audit_id) FROM audit_leaf")
                    + number(
                            connection,
                            "SELECT COUNT(*) FROM audit_unsealed u JOIN audit_leaf l ON l.audit_id = u.audit_id");
            Map<String, Long> numbers = new LinkedHashMap<>();
            numbers.put("kills", (long) kills + 1);
            numbers.put("records", number(connection, "SELECT COUNT(*) FROM audit_record"));
            numbers.put("acknowledged", (long) acknowledged.size());
            numbers.put("lost", lost);
            numbers.put("twice", twice);
            cases.count(numbers);
            cases.add("kill -9 under load: lost", "0 acknowledged records missing", lost + " missing", lost == 0);
            cases.add("kill -9 under load: twice", "0 sealed twice", twice + " sealed twice", twice == 0);
            TreeRows rows = new TreeRows(connection);
            TreeReader tree = new TreeReader(rows);
            Checkpoint newest = Checkpoint.parse(
                    SignedNote.parse(rows.newestCheckpoint().orElseThrow().note())
                            .text());
            for (String note : notes) {
                Checkpoint old = Checkpoint.parse(SignedNote.parse(note).text());
                ProofCheck.consistency(
                        old.size(),
                        old.root(),
                        newest.size(),
                        newest.root(),
                        tree.consistency(old.size(), newest.size()));
            }
            cases.add(
                    "kill -9 under load: checkpoints",
                    "each older checkpoint is the beginning of the newest",
                    notes.size() + " are",
                    notes.size() > kills);
            AuditVerification verification = new LiveVerification(connection, anchored()).run();
            cases.add(
                    "nothing was touched",
                    "verified",
                    verification.verified() + ", " + verification.records() + " records, "
                            + anchored().get(0).notes().size() + " checkpoints at an anchor",
                    verification.verified() && !anchored().get(0).notes().isEmpty());
        }
    }

    /** What the servers themselves took to the folder beside their data. */
    private List<AnchoredNotes> anchored() throws IOException {
        List<String> kept = new ArrayList<>();
        for (String data : List.of("data", "data2")) {
            Path folder = work.resolve(data).resolve("anchors");
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.list(folder)) {
                    for (Path file : files.sorted().toList()) {
                        kept.add(Files.readString(file));
                    }
                }
            }
        }
        return List.of(new AnchoredNotes("file:anchors", kept, null));
    }

    private void remember() throws SQLException {
        try (Connection connection = database.getConnection()) {
            new TreeRows(connection).newestCheckpoint().ifPresent(checkpoint -> notes.add(checkpoint.note()));
        }
    }

    private int sealed() throws SQLException {
        return number("SELECT COALESCE(MAX(sealed_count), 0) FROM audit_head");
    }

    private int signed() throws SQLException {
        return number("SELECT COALESCE(MAX(tree_size), 0) FROM audit_checkpoint");
    }

    private int waiting() throws SQLException {
        return number("SELECT COUNT(*) FROM audit_unsealed");
    }

    private int number(String sql) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return (int) number(connection, sql);
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Something that may become true. */
    private interface Condition {
        boolean holds() throws SQLException;
    }

    private static void await(Condition condition) throws Exception {
        long until = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.holds()) {
            if (System.nanoTime() - until > 0) {
                throw new IllegalStateException("waited three minutes in vain");
            }
            Thread.sleep(50);
        }
    }
}
