package io.throughline.verification.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.throughline.deployment.domain.DeploymentState;
import io.throughline.deployment.domain.plan.PlanRequest;
import io.throughline.deployment.domain.plan.WaveRequest;
import io.throughline.deployment.domain.target.TargetState;
import io.throughline.deployment.service.DeploymentCommands;
import io.throughline.deployment.service.DeploymentPlanning;
import io.throughline.deployment.service.DeploymentReader;
import io.throughline.deployment.service.DeploymentService;
import io.throughline.deployment.service.DeploymentView;
import io.throughline.identity.domain.Role;
import io.throughline.identity.service.PersonView;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.persistence.ThroughlineDataSource;
import io.throughline.operation.domain.JobVerb;
import io.throughline.operation.service.JobService;
import io.throughline.operation.service.JobView;
import io.throughline.verification.fixture.Browser;
import io.throughline.verification.fixture.CartRelease;
import io.throughline.verification.fixture.Fleet;
import io.throughline.verification.fixture.Sessions;
import io.throughline.verification.fixture.SshHost;
import io.throughline.verification.harness.InContainer;
import jakarta.annotation.Resource;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.runtime.BatchStatus;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A rollout on hosts that answer, as those see it who watch it from outside. */
class RolloutWatchIT extends InContainer {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
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

    @Inject
    private JobService jobs;

    @Inject
    private JobOperator engine;

    @Resource
    private UserTransaction transaction;

    @Resource(lookup = ThroughlineDataSource.JNDI_NAME)
    private DataSource dataSource;

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
    void aRolloutWhoseJobAPersonStoppedIsNotShownRunning() throws Exception {
        try (SshHost one = new SshHost("4.2.7");
                SshHost two = new SshHost("4.2.7")) {
            DeploymentView running = running(1, one, two);
            PersonView operator = cart.person(Role.OPERATOR);
            RecordNumber job = RecordNumber.parse(running.job().number());
            JobView launched = await().atMost(PATIENCE)
                    .until(
                            () -> Sessions.as(operator.number(), () -> jobs.get(job)),
                            view -> view.executionId() != null);
            Sessions.as(operator.number(), () -> jobs.stop(job, launched.version()));
            assertThat(view(running).shown()).isEqualTo("STOPPING");
            await().atMost(PATIENCE)
                    .until(() ->
                            engine.getJobExecution(launched.executionId()).getBatchStatus() == BatchStatus.STOPPING);
            one.letGo();
            two.letGo();

            DeploymentView stopped = await().atMost(PATIENCE)
                    .until(() -> view(running), view -> view.job().state().equals("STOPPED"));
            assertThat(stopped.state()).isEqualTo(DeploymentState.RUNNING);
            assertThat(stopped.shown()).isEqualTo("STOPPED");
            assertThat(stopped.job().allowed()).containsExactly(JobVerb.RESTART);
            assertThat(listed(running).shown()).isEqualTo("STOPPED");
            Browser browser = new Browser(SERVER);
            browser.logIn(watcher.username(), CartRelease.PASSWORD);
            assertThat(browser.get("deployment/detail.xhtml?number=" + running.number())
                            .body())
                    .contains("its job was stopped", ">" + job + "<");
            assertThat(browser.get("deployment/list.xhtml?change=" + running.change())
                            .body())
                    .contains("badge warn\">Stopped<");
            Sessions.as(operator.number(), () -> jobs.restart(job, jobs.get(job).version()));

            await().atMost(PATIENCE).until(() -> view(running).state() == DeploymentState.IMPLEMENTED);
            assertThat(view(running).job()).isNull();
        }
    }

    @Test
    void aRolloutWhoseProcessIsDeadIsShownRecovering() throws Exception {
        try (SshHost one = new SshHost("4.2.7")) {
            DeploymentView running = running(1, one);
            assertThat(listed(running).shown()).isEqualTo("RUNNING");

            transaction.begin();
            try {
                ownerDies(running.job().number());
                assertThat(view(running).shown()).isEqualTo("RECOVERING");
                assertThat(listed(running).shown()).isEqualTo("RECOVERING");
            } finally {
                transaction.rollback();
            }

            one.letGo();
            await().atMost(PATIENCE).until(() -> view(running).state() == DeploymentState.IMPLEMENTED);
        }
    }

    /** A rollout whose job runs, on hosts that do not answer yet. */
    private DeploymentView running(int parallel, SshHost... hosts) throws Exception {
        for (SshHost host : hosts) {
            fleet.server(host, "4.2.7", service);
            host.hold();
        }
        DeploymentView confirmed = confirmed(parallel);
        Sessions.as(
                staff.specialist().number(),
                () -> deployments.start(RecordNumber.parse(confirmed.number()), confirmed.version()));
        return await().atMost(PATIENCE)
                .until(() -> view(confirmed), view -> view.states().containsKey(TargetState.INTENDED));
    }

    private DeploymentView view(DeploymentView deployment) throws Exception {
        return Sessions.as(watcher.number(), () -> reader.get(RecordNumber.parse(deployment.number())));
    }

    private DeploymentView listed(DeploymentView deployment) throws Exception {
        return Sessions.as(watcher.number(), () -> reader.page(null, deployment.change(), null, 1))
                .items()
                .get(0);
    }

    /** As if the node that has claimed the job had not beaten for long. */
    private void ownerDies(String job) throws Exception {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update =
                        connection.prepareStatement("UPDATE job_request SET owner = 'dead' WHERE id = ?")) {
            update.setLong(1, RecordNumber.parse(job).sequence());
            assertThat(update.executeUpdate()).isEqualTo(1);
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
        return confirmed(4);
    }

    private DeploymentView confirmed(int parallel) throws Exception {
        PlanRequest plan = new PlanRequest(
                List.of(new WaveRequest("all", null, 100, null, null, null, null, null, null)),
                parallel,
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
