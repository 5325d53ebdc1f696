package io.throughline.verification.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.deployment.domain.DeploymentState;
import io.throughline.deployment.domain.plan.PlanRequest;
import io.throughline.deployment.domain.plan.WaveRequest;
import io.throughline.deployment.service.DeploymentCommands;
import io.throughline.deployment.service.DeploymentPlanning;
import io.throughline.deployment.service.DeploymentReader;
import io.throughline.deployment.service.DeploymentService;
import io.throughline.deployment.service.DeploymentView;
import io.throughline.identity.domain.Role;
import io.throughline.identity.service.PersonView;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.verification.fixture.CartRelease;
import io.throughline.verification.fixture.Fleet;
import io.throughline.verification.fixture.Sessions;
import io.throughline.verification.fixture.SshHost;
import io.throughline.verification.harness.InContainer;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A rollout on hosts that answer, as those see it who watch it from outside. */
class RolloutWatchIT extends InContainer {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final URI SERVER =
            URI.create("http://127.0.0.1:" + System.getProperty("throughline.port") + "/api/v1/");

    @Inject
    private Fleet fleet;

    @Inject
    private CartRelease cart;

    @Inject
    private DeploymentPlanning planning;

    @Inject
    private DeploymentService deployments;

    @Inject
    private DeploymentReader reader;

    private CartRelease.Staff staff;
    private PersonView watcher;
    private String service;

    @BeforeEach
    void aServiceAndThePeopleOfARelease() throws Exception {
        staff = cart.staff();
        watcher = cart.signer(Role.RELEASE_OWNER, Role.DEPLOYMENT_SPECIALIST);
        service = fleet.service();
    }

    @Test
    void eventsTellHowItGoesAndEndWithIt() throws Exception {
        try (SshHost one = new SshHost("4.2.7");
                SshHost two = new SshHost("4.2.7")) {
            fleet.server(one, "4.2.7", service);
            fleet.server(two, "4.2.7", service);
            DeploymentView confirmed = confirmed();
            one.hold();
            HttpResponse<Stream<String>> events = events(confirmed.number(), null);
            assertThat(events.statusCode()).isEqualTo(200);
            assertThat(events.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
            Iterator<String> read = events.body().iterator();
            List<String> lines = new ArrayList<>();
            while (data(lines).isEmpty()) {
                lines.add(read.next());
            }
            Sessions.as(
                    staff.specialist().number(),
                    () -> deployments.start(RecordNumber.parse(confirmed.number()), confirmed.version()));
            one.letGo();

            read.forEachRemaining(lines::add);

            assertThat(lines)
                    .filteredOn(line -> line.startsWith("event: "))
                    .last()
                    .isEqualTo("event: end");
            assertThat(data(lines).get(0)).contains("\"state\":\"CONFIRMED\"");
            assertThat(data(lines).get(data(lines).size() - 1)).contains("\"state\":\"IMPLEMENTED\"");
            assertThat(data(lines)).as("who answered").anyMatch(data -> data.contains("\"state\":\"VERIFIED\""));
            String lastId = lines.stream()
                    .filter(line -> line.startsWith("id: "))
                    .reduce((first, second) -> second)
                    .orElseThrow()
                    .substring("id: ".length());
            assertThat(data(events(confirmed.number(), lastId).body().toList()))
                    .as("whoever comes back is told the end again")
                    .singleElement()
                    .asString()
                    .contains("\"state\":\"" + DeploymentState.IMPLEMENTED + "\"");
        }
    }

    @Test
    void whoMayNotReadIsRefusedBeforeTheFirstEvent() throws Exception {
        PersonView nobody = cart.signer();

        assertThat(List.of(
                        events("DEP-999999", watcher, null).statusCode(),
                        events("DEP-999999", nobody, null).statusCode(),
                        HTTP.send(
                                        HttpRequest.newBuilder(SERVER.resolve("deployments/DEP-999999/events"))
                                                .build(),
                                        HttpResponse.BodyHandlers.discarding())
                                .statusCode()))
                .containsExactly(404, 403, 401);
    }

    @Test
    void theCommandPlansStartsAndWatchesARolloutToItsEnd() throws Exception {
        try (SshHost one = new SshHost("4.2.7");
                SshHost two = new SshHost("4.2.7")) {
            fleet.server(one, "4.2.7", service);
            fleet.server(two, "4.2.7", service);
            String release =
                    cart.accepted(staff, service, CartRelease.working()).number();
            Path plan = Files.writeString(
                    Files.createTempFile("plan", ".json"), "{\"waves\":[{\"count\":1},{\"percent\":100}]}");

            Ended planned = throughline("plan", release, plan.toString());
            assertThat(planned.status()).as(planned.err()).isZero();
            String number = planned.out().split(" ")[0];
            Sessions.as(
                    staff.manager().number(),
                    () -> planning.confirm(
                            RecordNumber.parse(number),
                            reader.get(RecordNumber.parse(number)).version()));
            Ended ended = throughline("start", number, "--wait");

            assertThat(ended.status()).as(ended.err()).isZero();
            assertThat(ended.out()).startsWith(number + " IMPLEMENTED: 2 of 2 servers through");
            assertThat(List.of(one.level(), two.level())).containsOnly("4.2.8");
        }
    }

    @Test
    void theCommandAbortsARolloutAndItsWatcherIsTold() throws Exception {
        try (SshHost one = new SshHost("4.2.7")) {
            fleet.server(one, "4.2.7", service);
            DeploymentView confirmed = confirmed();
            one.hold();
            assertThat(throughline("start", confirmed.number()).status()).isZero();

            Ended aborted = throughline("abort", confirmed.number(), "--reason", "the vendor called it back");
            one.letGo();
            Ended watched = throughline("watch", confirmed.number(), "--output", "json");

            assertThat(aborted.status()).as(aborted.err()).isZero();
            assertThat(watched.status()).as(watched.err()).isEqualTo(5);
            assertThat(watched.out()).contains("\"haltReason\":\"the vendor called it back\"");
        }
    }

    /** How the command ended. */
    private record Ended(int status, String out, String err) {}

    /** The command in a process of its own, out of the jar that this server was started with. */
    private Ended throughline(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "io.throughline.launcher.Throughline",
                "rollout"));
        command.addAll(List.of(words));
        Path out = Files.createTempFile("rollout", ".out");
        Path err = Files.createTempFile("rollout", ".err");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().put("THROUGHLINE_SERVER", SERVER.resolve("/").toString());
        builder.environment().put("THROUGHLINE_USER", watcher.username());
        builder.environment().put("THROUGHLINE_PASSWORD", CartRelease.PASSWORD);
        Process process = builder.start();
        try {
            assertThat(process.waitFor(90, TimeUnit.SECONDS))
                    .as("ends by itself")
                    .isTrue();
            return new Ended(process.exitValue(), Files.readString(out).strip(), Files.readString(err));
        } finally {
            process.destroyForcibly();
        }
    }

    private DeploymentView confirmed() throws Exception {
        PlanRequest plan = new PlanRequest(
                List.of(new WaveRequest("all", null, 100, null, null, null, null, null, null)),
                4,
                null,
                null,
                null,
                null);
        String release = cart.accepted(staff, service, CartRelease.working()).number();
        DeploymentView planned =
                Sessions.as(staff.owner().number(), () -> planning.plan(new DeploymentCommands.Plan(release, plan)));
        return Sessions.as(
                staff.manager().number(),
                () -> planning.confirm(RecordNumber.parse(planned.number()), planned.version()));
    }

    private HttpResponse<Stream<String>> events(String deployment, String lastId) throws Exception {
        return events(deployment, watcher, lastId);
    }

    private static HttpResponse<Stream<String>> events(String deployment, PersonView reader, String lastId)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(SERVER.resolve("deployments/" + deployment + "/events"))
                .timeout(Duration.ofSeconds(60))
                .header("Accept", "text/event-stream")
                .header("Authorization", "Bearer " + token(reader));
        if (lastId != null) {
            request.header("Last-Event-ID", lastId);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofLines());
    }

    private static String token(PersonView person) throws Exception {
        String basic = Base64.getEncoder()
                .encodeToString((person.username() + ":" + CartRelease.PASSWORD).getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer = HTTP.send(
                HttpRequest.newBuilder(SERVER.resolve("tokens"))
                        .header("Authorization", "Basic " + basic)
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return answer.body().replaceFirst(".*\"token\":\"([^\"]+)\".*", "$1");
    }

    private static List<String> data(List<String> lines) {
        return lines.stream().filter(line -> line.startsWith("data: ")).toList();
    }
}
