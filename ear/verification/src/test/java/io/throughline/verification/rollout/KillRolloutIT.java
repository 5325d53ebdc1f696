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
import org.junit.jupiter.api.io.TempDir;

/**
 * A server that is killed in the middle of a rollout, with hosts at work, goes on by itself; the hosts' own ledgers say
 * that none was left out and none was changed twice.
 */
class KillRolloutIT {

    private static final int SERVERS = 30;
    private static final int KILLS = 2;
    private static final Duration GOES_ON_WITHIN = Duration.ofSeconds(30);

    @TempDir
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
        demo.play(
                server,
                data(),
                Path.of(getClass().getResource("/kill/kill-rollout.yaml").toURI()));
        String deployment = new ApiReader(server.url())
                .get("deployments?size=1")
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("number");

        int least = 3;
        for (int kill = 1; kill <= KILLS; kill++) {
            int enough = least;
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> atWork() >= 3 && applied() >= enough);
            server.process().destroyForcibly();
            int inFlight = atWork();
            server.kill();
            assertThat(inFlight).as("hosts in flight at kill %d", kill).isPositive();
            int appliedAtKill = applied();

            server = boot();
            ApiReader api = new ApiReader(server.url());
            await().atMost(GOES_ON_WITHIN)
                    .pollInterval(Duration.ofMillis(250))
                    .until(() -> begun() > appliedAtKill + 6 || ended(api, deployment));
            least = Math.min(SERVERS - 12, applied() + 6);
        }

        ApiReader api = new ApiReader(server.url());
        await().atMost(Duration.ofMinutes(3)).until(() -> ended(api, deployment));
        assertThat(api.get("deployments/" + deployment).getString("state")).isEqualTo("IMPLEMENTED");
        assertThat(targetStates(api, deployment)).containsOnlyKeys("VERIFIED").containsEntry("VERIFIED", (long)
                SERVERS);
        assertThat(ledgers())
                .hasSize(SERVERS)
                .allSatisfy(ledger -> assertThat(ledger).containsExactly("begun", "applied"));
        assertThat(api.get("audit/verification").getBoolean("verified")).isTrue();
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

    private static boolean ended(ApiReader api, String deployment) throws IOException, InterruptedException {
        String state = api.get("deployments/" + deployment).getString("state");
        return !state.equals("RUNNING");
    }

    private static Map<String, Long> targetStates(ApiReader api, String deployment)
            throws IOException, InterruptedException {
        return api.get("deployments/" + deployment + "/targets?size=100").getJsonArray("items").stream()
                .map(item -> ((JsonObject) item).get("state"))
                .collect(Collectors.groupingBy(state -> ((JsonString) state).getString(), Collectors.counting()));
    }
}
