package io.throughline.bench.fault;

import static io.throughline.bench.product.Records.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.batch.connector.HostConnector;
import io.throughline.bench.failpoint.FailingConnector;
import io.throughline.bench.failpoint.Failpoint;
import io.throughline.bench.failpoint.LedgerFailpoints;
import io.throughline.bench.fleet.BenchPackage;
import io.throughline.bench.fleet.SshFleet;
import io.throughline.bench.product.AlteredApplication;
import io.throughline.bench.product.Records;
import io.throughline.launcher.ServerOption;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Kills the server in the middle of rollouts and rollbacks over real OpenSSH, at named points and at random instants, and
 * compares what it says afterwards with what the hosts wrote down themselves. Half of the kills are on PostgreSQL, the
 * other half on Derby.
 */
final class RolloutFault {

    private static final int HOSTS = 120;
    private static final int PARALLEL = 10;
    private static final int CANARIES = 5;
    /** Kills of one rollout; the last one hits its rollback. */
    private static final int KILLS_OF_A_ROLLOUT = 6;

    private static final Duration KILLED_WITHIN = Duration.ofSeconds(90);
    private static final Duration OVER_WITHIN = Duration.ofMinutes(5);

    /** Points of the way forward, in turn; null for a random instant. */
    private static final List<Failpoint> FORWARD = Collections.unmodifiableList(points());

    private final Path ear;
    private final Path work;
    private final Path application;
    private final Cases cases;
    private final Path armed;
    private final Map<String, Integer> hits = new LinkedHashMap<>();
    private final List<Double> resumed = new ArrayList<>();
    private int turn;
    private int killed;
    private long hosts;
    private long lost;
    private long twice;

    private RolloutFault(Path ear) throws IOException {
        this.ear = ear;
        this.cases = new Cases(ear.resolve("target/fault/rollout.json"));
        this.work = Files.createTempDirectory(ear.resolve("target/fault"), "work");
        this.armed = work.resolve("failpoint");
        this.application = new AlteredApplication()
                .with("ejb-module.jar", Failpoint.class.getName(), LedgerFailpoints.class.getName())
                .withText("ejb-module.jar", "META-INF/ejb-jar.xml", interceptors())
                .with(
                        "batch-jobs.jar",
                        FailingConnector.class.getName(),
                        FailingConnector.class.getName() + "$Counting")
                .withText(
                        "batch-jobs.jar",
                        "META-INF/services/" + HostConnector.class.getName(),
                        FailingConnector.class.getName() + "\n")
                .of(ear.resolve("target/throughline/lib/throughline.ear"), work);
    }

    private static List<Failpoint> points() {
        List<Failpoint> points = new ArrayList<>(List.of(Failpoint.values()));
        points.remove(Failpoint.IN_ROLLBACK);
        points.add(null);
        return points;
    }

    private static String interceptors() {
        StringBuilder bindings = new StringBuilder();
        for (String bean : List.of("RolloutLedger", "OutcomeRecorder", "RolloutCourse")) {
            bindings.append("""
                    <interceptor-binding>
                      <ejb-name>%s</ejb-name>
                      <interceptor-class>%s</interceptor-class>
                    </interceptor-binding>
                    """.formatted(bean, LedgerFailpoints.class.getName()));
        }
        return """
                <ejb-jar xmlns="https://jakarta.ee/xml/ns/jakartaee" version="4.0">
                  <interceptors>
                    <interceptor><interceptor-class>%s</interceptor-class></interceptor>
                  </interceptors>
                  <assembly-descriptor>%s</assembly-descriptor>
                </ejb-jar>
                """.formatted(LedgerFailpoints.class.getName(), bindings);
    }

    static boolean run(Path ear, int kills) throws Exception {
        RolloutFault fault = new RolloutFault(ear);
        int onPostgres = (kills + 1) / 2;
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setServerConfig("max_connections", "120")
                .start()) {
            fault.on(
                    "PostgreSQL",
                    Map.of(
                            ServerOption.DB_URL, "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres",
                            ServerOption.DB_USER, "postgres",
                            ServerOption.DB_PASSWORD, "postgres"),
                    onPostgres);
        }
        if (kills > onPostgres) {
            fault.on("Derby", Map.of(), kills - onPostgres);
        }
        fault.sum();
        return fault.cases.allHold();
    }

    private void on(String database, Map<ServerOption, String> options, int kills) throws Exception {
        Map<ServerOption, String> all = new EnumMap<>(ServerOption.class);
        all.putAll(options);
        all.put(ServerOption.PORT, String.valueOf(SshFleet.freePort()));
        all.put(
                ServerOption.JAVA_OPTIONS,
                "-XX:TieredStopAtLevel=1 -D" + Failpoint.ARMED + "=" + armed + " -Dthroughline.application="
                        + application);
        all.put(ServerOption.PASSWORD_ROUNDS, "10000");
        int rounds = (kills + KILLS_OF_A_ROLLOUT - 1) / KILLS_OF_A_ROLLOUT;
        try (SshFleet fleet = new SshFleet(rounds * HOSTS)) {
            Life life = new Life(database, fleet, all);
            try {
                life.prepare(rounds * HOSTS);
                for (int round = 0; round < rounds; round++) {
                    life.rollout(round, Math.min(KILLS_OF_A_ROLLOUT, kills - round * KILLS_OF_A_ROLLOUT));
                }
            } finally {
                life.end();
            }
        }
    }

    private void sum() throws IOException {
        Collections.sort(resumed);
        ObjectNode within = object();
        within.put("median", resumed.isEmpty() ? 0 : resumed.get(resumed.size() / 2));
        within.put("max", resumed.isEmpty() ? 0 : resumed.get(resumed.size() - 1));
        cases.count(Map.of("kills", (long) killed, "hosts", hosts, "lost", lost, "twice", twice));
        cases.put("resumedWithinSeconds", within);
        ObjectNode hit = object();
        hits.forEach(hit::put);
        cases.put("hits", hit);
        cases.add("lost", "0 hosts", lost + " of " + hosts, lost == 0);
        cases.add("twice", "0 hosts", twice + " of " + hosts, twice == 0);
        cases.add(
                "resumed without a hand",
                "within 30 s of being ready",
                "median %.1f s, longest %.1f s"
                        .formatted(
                                within.path("median").asDouble(),
                                within.path("max").asDouble()),
                within.path("max").asDouble() <= 30);
    }

    /** One database with the servers that live on it one after the other. */
    private final class Life {

        private final String database;
        private final SshFleet fleet;
        private final Map<ServerOption, String> options;
        private final Path data;
        private Node node;
        private Records records;
        private List<String> servers;
        private byte[] archive;

        Life(String database, SshFleet fleet, Map<ServerOption, String> options) throws IOException {
            this.database = database;
            this.fleet = fleet;
            this.options = options;
            this.data = work.resolve("data-" + database);
            Files.deleteIfExists(armed);
            this.node = new Node(ear, data, options);
            this.records = new Records(node.url());
        }

        void prepare(int size) throws IOException {
            fleet.authorize(Files.readString(data.resolve("keys/connector.pub")));
            fleet.reset(0);
            records.organise();
            servers = records.servers(
                    fleet.addresses(size), fleet.port(), fleet.user(), fleet.hostKey(), BenchPackage.BEFORE);
            records.testServer(fleet.testServer(), fleet.port(), fleet.user(), fleet.hostKey(), BenchPackage.BEFORE);
            archive = CountingHosts.archive(work);
        }

        void rollout(int round, int kills) throws Exception {
            int from = round * HOSTS;
            CountingHosts counting =
                    new CountingHosts(fleet, fleet.addresses(from + HOSTS).subList(from, from + HOSTS));
            String deployment =
                    records.confirmed(servers.subList(from, from + HOSTS), archive, CountingHosts.VERSION, plan());
            hosts += HOSTS;
            records.start(deployment);
            // only now: a request whose answer is lost is another matter
            arm(kills > 1 ? next() : null);
            for (int kill = 1; kill < kills; kill++) {
                killAndGoOn(counting, "begun");
                arm(kill + 1 < kills ? next() : null);
            }
            JsonNode forward = records.endedAs(deployment, "IMPLEMENTED", OVER_WITHIN);
            account("rollout", deployment, counting, "applied", "VERIFIED", forward);

            records.rollBack(deployment);
            arm(Failpoint.IN_ROLLBACK);
            killAndGoOn(counting, "back");
            JsonNode back = records.endedAs(deployment, "BACKED_OUT", OVER_WITHIN);
            account("rollback", deployment, counting, "gone", "ROLLED_BACK", back);
        }

        private ObjectNode plan() {
            ObjectNode plan = object().put("parallel", PARALLEL);
            var waves = plan.putArray("waves");
            waves.addObject().put("name", "canary").put("count", CANARIES);
            for (int wave = 1; wave <= 5; wave++) {
                waves.addObject().put("name", "wave " + wave).put("percent", 20);
            }
            return plan;
        }

        /** Waits for the death that is armed, or brings it about, and starts the next server. */
        private void killAndGoOn(CountingHosts counting, String word) throws Exception {
            String point = point();
            if (point.equals("RANDOM")) {
                await(() -> counting.inFlight() > 1);
                Thread.sleep(ThreadLocalRandom.current().nextInt(1_500));
                await(() -> counting.inFlight() > 1);
                node.kill();
            } else if (!node.dies(KILLED_WITHIN)) {
                throw new IllegalStateException("The server was not killed at " + armed() + " on " + database);
            }
            int inFlight = counting.inFlight();
            killed++;
            hits.merge(point, point.equals("RANDOM") ? 1 : hitsOfLast(), Integer::sum);
            System.out.println(database + ", kill " + killed + " at " + point + ": " + inFlight + " hosts in flight");
            cases.note(
                    "inFlightAtKill",
                    object().put("database", database).put("at", point).put("hosts", inFlight));
            Files.deleteIfExists(armed);
            int before = counting.count(word);
            node = new Node(ear, data, options);
            long ready = System.nanoTime();
            await(() -> counting.count(word) > before || counting.without(word) == 0);
            resumed.add((System.nanoTime() - ready) / 1e9);
        }

        private void account(
                String what, String deployment, CountingHosts counting, String word, String state, JsonNode ended)
                throws IOException {
            Map<String, Integer> said = new HashMap<>();
            records.list("kim", "/deployments/" + deployment + "/targets")
                    .forEach(target -> said.merge(target.path("state").asText(), 1, Integer::sum));
            int without = counting.without(word);
            int more = counting.moreThanOnce(word);
            lost += Math.max(without, HOSTS - said.getOrDefault(state, 0));
            twice += more;
            cases.add(
                    database + ", " + what + " " + deployment,
                    HOSTS + " hosts " + state + ", each once by its own ledger",
                    said + " by the product; by the hosts " + without + " never, " + more + " more than once; "
                            + ended.path("state").asText(),
                    without == 0 && more == 0 && said.equals(Map.of(state, HOSTS)));
        }

        void end() {
            node.close();
        }
    }

    private Failpoint next() {
        return FORWARD.get(turn++ % FORWARD.size());
    }

    /** @param point null for none: the next kill comes at a random instant */
    private void arm(Failpoint point) throws IOException {
        Files.deleteIfExists(Failpoint.hits(armed));
        if (point == null) {
            Files.deleteIfExists(armed);
            return;
        }
        int most = point == Failpoint.BETWEEN_WAVES ? 1 : 4;
        Path ready = armed.resolveSibling("failpoint.new");
        Files.writeString(
                ready, point.name() + " " + ThreadLocalRandom.current().nextInt(1, most + 1));
        Files.move(ready, armed, StandardCopyOption.ATOMIC_MOVE);
    }

    private String armed() throws IOException {
        return Files.exists(armed) ? Files.readString(armed) : "RANDOM";
    }

    private String point() throws IOException {
        return armed().split(" ")[0];
    }

    private int hitsOfLast() throws IOException {
        Path file = Failpoint.hits(armed);
        return Files.exists(file) ? Files.readAllLines(file).size() : 0;
    }

    /** Something that may become true. */
    private interface Condition {
        boolean holds() throws IOException;
    }

    private static void await(Condition condition) throws Exception {
        long until = System.nanoTime() + KILLED_WITHIN.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() - until > 0) {
                throw new IllegalStateException("waited in vain for " + KILLED_WITHIN);
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }
}
