package io.throughline.verification.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.throughline.launcher.ServerOption;
import io.throughline.verification.harness.TestDatabase;
import io.throughline.verification.harness.TestServer;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server that is killed in the middle of a rollout, with hosts at work, goes on by itself; the hosts' own ledgers say
 * that none was left out and none was changed twice.
 */
class KillRolloutIT {

    private static final int SERVERS = 30;
    private static final int CANARIES = 2;
    private static final int PARALLEL = 6;
    private static final Duration GOES_ON_WITHIN = Duration.ofSeconds(30);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private TestDatabase database;
    private DemoProcesses demo;
    private TestServer server;

    @BeforeEach
    void start() throws IOException {
        database = TestDatabase.start();
        demo = DemoProcesses.startFleet(folder);
        server = boot();
    }

    @AfterEach
    void end() {
        server.close();
        demo.close();
        database.close();
    }

    @Test
    void theRolloutGoesOnSkippingNoServerAndChangingNoneTwice() throws Exception {
        demo.hold();
        demo.play(
                server,
                data(),
                Path.of(getClass().getResource("/kill/kill-rollout.yaml").toURI()));
        String deployment = new ApiReader(server.url())
                .get("deployments?size=1")
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("number");
        awaitAtWork(CANARIES, Duration.ofSeconds(60));
        int canaries = kill(CANARIES);

        // these end while no server is there to hear it
        demo.letGo();
        await().atMost(Duration.ofSeconds(60)).until(() -> applied() == canaries);
        demo.hold();
        server = boot();
        awaitAtWork(PARALLEL, GOES_ON_WITHIN);
        int inFlight = kill(PARALLEL);

        // these are still at work when the next server asks what became of them
        server = boot();
        demo.letGo();
        ApiReader api = new ApiReader(server.url());
        await().atMost(GOES_ON_WITHIN).until(() -> applied() > canaries + inFlight);
        await().atMost(Duration.ofMinutes(3))
                .until(() -> !state(api, deployment).equals("RUNNING"));

        assertThat(state(api, deployment)).isEqualTo("IMPLEMENTED");
        assertThat(targetStates(api, deployment)).isEqualTo(Map.of("VERIFIED", (long) SERVERS));
        assertThat(ledgers())
                .hasSize(SERVERS)
                .allSatisfy(ledger -> assertThat(ledger).containsExactly("begun", "applied"));
        assertThat(api.get("audit/verification").getBoolean("verified")).isTrue();
    }

    private void awaitAtWork(int hosts, Duration within) {
        await().atMost(within).until(() -> atWork() >= hosts);
    }

    /**
     * @param least hosts in flight; a few more when some seem to hang and have left their slots to others
     * @return how many there were
     */
    private int kill(int least) throws IOException {
        server.kill();
        int inFlight = atWork();
        assertThat(inFlight).as("hosts in flight at the kill").isBetween(least, 2 * least);
        return inFlight;
    }

    private TestServer boot() {
        Map<ServerOption, String> options = new EnumMap<>(ServerOption.class);
        options.putAll(database.options());
        options.put(ServerOption.DEMO, "true");
        return TestServer.start(data(), options, null);
    }

    private Path data() {
        return folder.resolve("data");
    }

    private List<List<String>> ledgers() throws IOException {
        return demo.ledgers("kill-").stream()
                .filter(ledger -> !ledger.contains("back"))
                .toList();
    }

    private int begun() throws IOException {
        return (int)
                ledgers().stream().filter(ledger -> ledger.contains("begun")).count();
    }

    private int applied() throws IOException {
        return (int)
                ledgers().stream().filter(ledger -> ledger.contains("applied")).count();
    }

    private int atWork() throws IOException {
        return begun() - applied();
    }

    private static String state(ApiReader api, String deployment) throws IOException, InterruptedException {
        return api.get("deployments/" + deployment).getString("state");
    }

    private static Map<String, Long> targetStates(ApiReader api, String deployment)
            throws IOException, InterruptedException {
        return api.get("deployments/" + deployment + "/targets?size=100").getJsonArray("items").stream()
                .map(item -> ((JsonObject) item).get("state"))
                .collect(Collectors.groupingBy(state -> ((JsonString) state).getString(), Collectors.counting()));
    }
}
