package io.throughline.launcher.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command against a server of a few lines that answers as the real one does. */
class RolloutCommandTest {

    private static final String NUMBER = "DEP-000001";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final ConcurrentLinkedDeque<String> streams = new ConcurrentLinkedDeque<>();
    private final Map<String, String> environment = new HashMap<>();
    private ExecutorService threads;
    private HttpServer server;
    private volatile String deployment = deployment("RUNNING", null);
    private volatile int stale;

    @BeforeEach
    void start() throws IOException {
        threads = Executors.newCachedThreadPool();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/api/v1/", this::answer);
        server.start();
        environment.put(
                "THROUGHLINE_SERVER", "http://127.0.0.1:" + server.getAddress().getPort());
        environment.put("THROUGHLINE_USER", "sam");
        environment.put("THROUGHLINE_PASSWORD", "secret");
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void aDeedReadsTheVersionAndSaysWhatCameOfIt() {
        assertThat(run("pause", NUMBER, "--reason", "a \"loud\" alarm")).isZero();

        assertThat(asked)
                .containsExactly(
                        "POST /api/v1/tokens",
                        "GET /api/v1/deployments/DEP-000001",
                        "POST /api/v1/deployments/DEP-000001/pause If-Match \"7\" {\"reason\":\"a \\\"loud\\\" alarm\"}");
        assertThat(out.toString()).contains("DEP-000001 RUNNING: 2 of 4 servers through, 1 with a fault");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void whenTheRolloutMovedMeanwhileTheDeedIsSentForItsNewVersion() {
        stale = 1;

        assertThat(run("pause", NUMBER)).isZero();
        assertThat(asked).filteredOn(line -> line.startsWith("GET")).hasSize(2);
    }

    @Test
    void aPlanIsSentAsTheFileHasIt() throws IOException {
        Path file = Files.writeString(folder.resolve("plan.json"), "{\"waves\":[{\"percent\":100}]}");

        assertThat(run("plan", "REL-000001", file.toString(), "--output", "json"))
                .isZero();

        assertThat(asked)
                .last()
                .isEqualTo(
                        "POST /api/v1/deployments {\"release\":\"REL-000001\",\"plan\":{\"waves\":[{\"percent\":100}]}}");
        assertThat(out.toString().strip()).isEqualTo(deployment);
    }

    @ParameterizedTest
    @CsvSource({"IMPLEMENTED, 0", "PARTIALLY_IMPLEMENTED, 4", "BACKED_OUT, 4", "ABORTED, 5"})
    void theExitStatusTellsHowItEnded(String outcome, int status) {
        streams.add(
                event("1", "progress", deployment("RUNNING", null)) + event("2", "end", deployment(outcome, outcome)));

        assertThat(run("watch", NUMBER)).isEqualTo(status);
        assertThat(err.toString()).as("no terminal, no bar").isEmpty();
    }

    @Test
    void aRolloutThatStandsStillIsNotWatchedForEver() {
        streams.add(event("1", "progress", deployment("PAUSED", null)));

        assertThat(run("watch", NUMBER)).isEqualTo(6);
    }

    @Test
    void aRolloutWhoseJobWasStoppedStandsStillToo() {
        deployment = deployment("RUNNING", null).replace("\"targets\"", "\"shown\":\"STOPPED\",\"targets\"");
        streams.add(event("1", "progress", deployment));

        assertThat(run("watch", NUMBER)).isEqualTo(6);
        assertThat(out.toString()).startsWith("DEP-000001 STOPPED: ");
    }

    @Test
    void whoAskedForAnAbortHasGotIt() {
        streams.add(event("1", "end", deployment("ABORTED", "ABORTED")));

        assertThat(run("abort", NUMBER, "--reason=enough", "--wait")).isZero();
    }

    @Test
    void aBrokenLineIsTakenUpWhereItBroke() {
        streams.add(event("1", "progress", deployment("RUNNING", null)) + "id: 2\nevent: end\ndata: {\"cut");
        streams.add(": still here\n\n" + event("3", "end", deployment("IMPLEMENTED", "IMPLEMENTED")));

        assertThat(run("watch", NUMBER)).isZero();
        assertThat(asked)
                .filteredOn(line -> line.contains("/events"))
                .containsExactly(
                        "GET /api/v1/deployments/DEP-000001/events",
                        "GET /api/v1/deployments/DEP-000001/events after 1");
    }

    @Test
    void aRefusalIsToldInTheServersWords() {
        assertThat(run("start", "DEP-000404")).isEqualTo(1);
        assertThat(err.toString()).contains("There is no deployment DEP-000404.");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aServerThatIsNotThereIsToldApartFromOneThatRefuses() {
        server.stop(0);

        assertThat(run("pause", NUMBER)).isEqualTo(3);
        assertThat(err.toString()).contains("cannot reach http://127.0.0.1:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pause",
                "pause DEP-1",
                "pause INC-000001",
                "pause DEP-000001 more",
                "abort DEP-000001",
                "start DEP-000001 --reason x",
                "start DEP-000001 --password x",
                "start DEP-000001 --wait=yes",
                "watch DEP-000001 --output xml",
                "watch DEP-000001 --server nowhere",
                "watch DEP-000001 --user",
                "plan REL-000001 /no/such/file",
                "undo DEP-000001"
            })
    void whatIsWrongOnTheCommandLineIsToldAndNothingIsSent(String line) {
        assertThat(run(line.split(" "))).isEqualTo(2);
        assertThat(err.toString()).startsWith("throughline: ");
        assertThat(asked).isEmpty();
    }

    @Test
    void helpTellsCommandsAndExitStatuses() {
        assertThat(run("help")).isZero();
        assertThat(out.toString())
                .contains("throughline rollout retry")
                .contains("THROUGHLINE_PASSWORD")
                .contains("130");
        assertThat(run("abort", "--help")).isZero();
        assertThat(out.toString()).contains("--reason TEXT");
    }

    @Test
    void theBarSaysHowFarItIs() {
        assertThat(ProgressBar.line(Progress.ofEvent("{\"deployment\":" + deployment("RUNNING", null) + "}")))
                .isEqualTo("DEP-000001 [###############...............] 2/4 RUNNING, 0 running, 1 with a fault,"
                        + " about 1:05 left");
    }

    private int run(String... words) {
        return new RolloutCommand(environment, new PrintStream(out, true), new PrintStream(err, true), false)
                .run(List.of(words));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = exchange.getRequestURI().getPath();
        String match = exchange.getRequestHeaders().getFirst("If-Match");
        String lastId = exchange.getRequestHeaders().getFirst("Last-Event-ID");
        asked.add(exchange.getRequestMethod() + " " + path + (match == null ? "" : " If-Match " + match)
                + (lastId == null ? "" : " after " + lastId) + (body.isEmpty() ? "" : " " + body));
        exchange.getResponseHeaders().set("ETag", "\"7\"");
        if (path.endsWith("/tokens")) {
            send(exchange, 200, "{\"token\":\"t\"}");
        } else if (path.contains("DEP-000404")) {
            send(exchange, 404, "{\"title\":\"Not found\",\"detail\":\"There is no deployment DEP-000404.\"}");
        } else if (match != null && stale-- > 0) {
            send(exchange, 412, "{\"detail\":\"changed\"}");
        } else {
            send(exchange, 200, path.endsWith("/events") ? streams.poll() : deployment);
        }
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String event(String id, String name, String deployment) {
        return "id: %s\nevent: %s\ndata: {\"deployment\":%s}\n\n".formatted(id, name, deployment);
    }

    private static String deployment(String state, String outcome) {
        return "{\"number\":\"DEP-000001\",\"state\":\"%s\",%s\"targets\":4,\"inFlight\":0,\"failing\":1,"
                        .formatted(state, outcome == null ? "" : "\"outcome\":\"" + outcome + "\",")
                + "\"states\":{\"VERIFIED\":1,\"FAILED\":1,\"PENDING\":2},\"forecast\":{\"secondsLeft\":65}}";
    }
}
