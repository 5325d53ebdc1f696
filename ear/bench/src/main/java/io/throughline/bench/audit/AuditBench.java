package io.throughline.bench.audit;

import io.throughline.audit.proof.ProofCheck;
import io.throughline.audit.proof.SigningKey;
import io.throughline.audit.proof.TreeReader;
import io.throughline.audit.sealing.Sealer;
import io.throughline.audit.sealing.TreeRows;
import io.throughline.audit.verification.AuditVerification;
import io.throughline.audit.verification.LiveVerification;
import io.throughline.bench.Settings;
import io.throughline.bench.report.Figure;
import io.throughline.bench.report.Figures;
import io.throughline.kernel.persistence.Migrations;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** How fast the trail is sealed, verified and proved on PostgreSQL, with a million records. */
public final class AuditBench {

    private static final int AT_ONCE = 2_000;
    private static final int PROOFS = 1_000;
    private static final double MILLION = 1_000_000d;

    private AuditBench() {}

    public static void run(Settings settings, Figures figures) throws Exception {
        int records = settings.records();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                        .setServerConfig("shared_buffers", "256MB")
                        .start();
                Connection connection = postgres.getPostgresDatabase().getConnection()) {
            new Migrations(postgres.getPostgresDatabase()).apply();
            figures.machine()
                    .with(
                            "database",
                            "PostgreSQL " + connection.getMetaData().getDatabaseProductVersion() + ", embedded")
                    .with("records", records);
            new ManyRecords(connection).write(records);
            sealing(connection, records, figures);
            verification(connection, records, figures);
            proofs(connection, records, figures);
        }
    }

    private static void sealing(Connection connection, int records, Figures figures) throws SQLException {
        SigningKey key = ManyRecords.KEY;
        connection.setAutoCommit(false);
        long begin = System.nanoTime();
        long signedAt = begin;
        int sealed = 0;
        int now;
        do {
            now = new Sealer(new TreeRows(connection)).seal(AT_ONCE);
            connection.commit();
            sealed += now;
            if (now == 0 || System.nanoTime() - signedAt > 1_000_000_000L) {
                new Sealer(new TreeRows(connection)).sign(origin -> key);
                connection.commit();
                signedAt = System.nanoTime();
            }
        } while (now > 0);
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (sealed != records) {
            throw new IllegalStateException(sealed + " of " + records + " were sealed");
        }
        figures.add(Figure.atLeast("sealing", sealed / seconds, "records/s", 20_000));
        connection.setAutoCommit(true);
    }

    private static void verification(Connection connection, int records, Figures figures) throws SQLException {
        AuditVerification found = new LiveVerification(connection, List.of()).run();
        if (!found.verified() || found.records() != records) {
            throw new IllegalStateException("not verified: " + found.firstBad());
        }
        double scale = MILLION / records;
        figures.add(Figure.atMost(
                "verification of 1,000,000 records, beyond reading", found.checkingMillis() / 1e3 * scale, "s", 10));
        figures.add(Figure.shown("reading of 1,000,000 records", found.readingMillis() / 1e3 * scale, "s"));
    }

    private static void proofs(Connection connection, int records, Figures figures) throws SQLException {
        Random random = new Random(42);
        TreeRows rows = new TreeRows(connection);
        byte[] root = new TreeReader(rows).root(records);
        double[] millis = new double[PROOFS];
        for (int i = 0; i < PROOFS; i++) {
            long index = random.nextInt(records);
            long begin = System.nanoTime();
            TreeReader tree = new TreeReader(rows);
            List<byte[]> path = tree.inclusion(index, records);
            millis[i] = (System.nanoTime() - begin) / 1e6;
            ProofCheck.inclusion(tree.leafHash(index), index, records, root, path);
        }
        Arrays.sort(millis);
        figures.add(Figure.atMost("proof of inclusion, median", millis[PROOFS / 2], "ms", 5));
        figures.add(Figure.shown("proof of inclusion, 99 of 100", millis[PROOFS * 99 / 100], "ms"));
        double[] growth = new double[PROOFS];
        for (int i = 0; i < PROOFS; i++) {
            long begin = System.nanoTime();
            new TreeReader(rows).consistency(1 + random.nextInt(records), records);
            growth[i] = (System.nanoTime() - begin) / 1e6;
        }
        Arrays.sort(growth);
        figures.add(Figure.atMost("proof of consistency, median", growth[PROOFS / 2], "ms", 5));
    }
}
