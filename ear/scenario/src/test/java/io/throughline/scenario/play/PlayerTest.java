package io.throughline.scenario.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.scenario.PlayerOptions;
import io.throughline.scenario.action.ActionCatalogue;
import io.throughline.scenario.client.ApiException;
import io.throughline.scenario.document.ScenarioReader;
import io.throughline.scenario.report.Narrator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlayerTest {

    private static final String HEAD = """
            scenario: trial
            title: A trial
            timeLimit: 5s
            variables: {two: 2}
            organisations: [{name: Consumer}]
            people:
              - {name: dana, fullName: Dana, email: d@x, roles: [REQUEST_ANALYST], organisation: Consumer}
              - {name: luis, fullName: Luis, phone: "1", roles: [INCIDENT_ANALYST]}
              - {name: anna, fullName: Anna, phone: "2", organisation: Consumer}
            services: [{name: cart, organisations: [Consumer]}]
            servers:
              - {forEach: {n: 1..3}, name: "web-${n}", address: "10.0.0.${n}", hostKey: ssh-ed25519 AAAA, services: [cart],
                 installed: [{product: cart, version: "1"}]}
            """;

    @TempDir
    Path directory;

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private RecordKeeper keeper;

    @BeforeEach
    void start() throws IOException {
        keeper = new RecordKeeper();
    }

    @AfterEach
    void stop() {
        keeper.close();
    }

    private boolean play(String steps, String password, boolean keepGoing) throws Exception {
        Path file = directory.resolve("trial.yaml");
        Files.writeString(file, HEAD + "steps:\n" + steps);
        return play(file, password, keepGoing);
    }

    private boolean play(Path file, String password, boolean keepGoing) throws Exception {
        ActionCatalogue catalogue = ActionCatalogue.shipped();
        PlayerOptions options = new PlayerOptions(
                file,
                keeper.url(),
                "admin",
                password,
                RecordKeeper.PASSWORD,
                null,
                Map.of(),
                directory,
                Duration.ZERO,
                keepGoing,
                false,
                null);
        return new Player(
                        new ScenarioReader(catalogue).read(file),
                        catalogue,
                        options,
                        new Narrator(new PrintStream(told, true, StandardCharsets.UTF_8)))
                .play();
    }

    private boolean play(String steps) throws Exception {
        return play(steps, RecordKeeper.PASSWORD, false);
    }

    private String told() {
        return told.toString(StandardCharsets.UTF_8);
    }

    private JsonNode report() throws IOException {
        return JsonMapper.builder()
                .build()
                .readTree(directory.resolve("trial.json").toFile());
    }

    @Test
    void theAdministratorCreatesWhatIsDescribed() throws Exception {
        assertThat(play("  - {step: Nothing, wait: 1ms}\n")).isTrue();

        assertThat(keeper.all("people")).hasSize(3);
        JsonNode dana = keeper.all("people").get(0);
        assertThat(dana.get("username").asText()).isEqualTo("dana");
        assertThat(dana.get("channel").asText()).isEqualTo("EMAIL");
        assertThat(dana.get("organisation").asText())
                .isEqualTo(keeper.all("organisations").get(0).get("number").asText());
        JsonNode anna = keeper.all("people").get(2);
        assertThat(anna.has("username")).isFalse();
        assertThat(anna.get("channel").asText()).isEqualTo("PHONE");
        assertThat(keeper.all("servers"))
                .extracting(server -> server.get("address").asText())
                .containsExactlyInAnyOrder("10.0.0.1", "10.0.0.2", "10.0.0.3");
        assertThat(keeper.all("relations"))
                .extracting(relation -> relation.get("type").asText())
                .containsExactlyInAnyOrder("SERVES", "PROVIDES", "PROVIDES", "PROVIDES");
        assertThat(keeper.seen).extracting(RecordKeeper.Seen::user).containsOnly("admin");
    }

    @Test
    void manyServersAreHandedInAsAList() throws Exception {
        Path file = directory.resolve("many.yaml");
        Files.writeString(file, """
                scenario: trial
                title: Many
                services: [{name: cart}]
                servers:
                  - {forEach: {n: 1..120}, name: "web-${n:03}", address: "10.0.0.${n}", hostKey: k, services: [cart]}
                steps:
                  - {step: "Each is known", forEach: {n: [1, 120]}, as: administrator,
                     call: "GET /servers/${servers.web-${n:03}.number}", expect: {answer: {address: "10.0.0.${n}"}}}
                """);

        assertThat(play(file, RecordKeeper.PASSWORD, false)).isTrue();

        assertThat(keeper.all("servers")).hasSize(120);
        assertThat(keeper.all("relations")).hasSize(120);
        assertThat(keeper.seen)
                .filteredOn(seen -> seen.path().equals("/server-imports"))
                .hasSize(1);
    }

    @Test
    void playedAgainItCorrectsInsteadOfCreating() throws Exception {
        play("  - {step: Nothing, wait: 1ms}\n");
        keeper.seen.clear();

        assertThat(play("  - {step: Nothing, wait: 1ms}\n")).isTrue();

        assertThat(keeper.seen).noneMatch(seen -> seen.method().equals("POST"));
        assertThat(keeper.all("servers"))
                .hasSize(3)
                .allMatch(server -> server.get("state").asText().equals("CORRECTED"));
        assertThat(keeper.all("relations")).hasSize(4);
    }

    @Test
    void eachStepIsDoneByItsPersonWithTheRecordsVersion() throws Exception {
        boolean held = play("""
                  - step: Dana takes the call
                    as: dana
                    action: contact.record
                    with: {caller: "${people.anna}", words: It does not work}
                    save: contact
                    expect: {status: 201, answer: {state: NEW}}
                  - step: Luis judges it
                    as: luis
                    action: contact.assess
                    on: ${contact}
                    with: {category: outage}
                    expect: {state: ASSESSMENT, record: {category: outage, version: {atLeast: 1}}}
                """);

        assertThat(held).isTrue();
        JsonNode contact = keeper.all("contacts").get(0);
        assertThat(contact.get("caller").asText())
                .isEqualTo(keeper.all("people").get(2).get("number").asText());
        assertThat(keeper.seen)
                .anySatisfy(seen -> {
                    assertThat(seen.user()).isEqualTo("dana");
                    assertThat(seen.path()).isEqualTo("/contacts");
                    assertThat(seen.key()).isNotBlank();
                    assertThat(seen.match()).isNull();
                })
                .anySatisfy(seen -> {
                    assertThat(seen.user()).isEqualTo("luis");
                    assertThat(seen.path()).endsWith("/assessment");
                    assertThat(seen.match()).isEqualTo("\"0\"");
                });
    }

    @Test
    void aStateThatComesLaterIsWaitedFor() throws Exception {
        assertThat(play("""
                          - {step: Log, as: dana, call: POST /incidents, with: {title: x}, save: incident}
                          - step: Ripen
                            as: dana
                            call: POST /incidents/{on}/ripening
                            on: ${incident}
                            expect: {state: RIPE}
                        """)).isTrue();
    }

    @Test
    void whatSomebodyElseChangedMeanwhileIsTriedAgain() throws Exception {
        assertThat(play("""
                          - {step: Log, as: dana, call: POST /incidents, save: incident}
                          - {step: Contest, as: dana, call: "POST /incidents/{on}/contest", on: "${incident}"}
                        """)).isTrue();
    }

    @Test
    void aServerThatIsKilledIsWaitedForAndTheRequestSentAgainUnderItsKey() throws Exception {
        assertThat(play("""
                          - {step: Log, as: dana, call: POST /incidents, save: incident}
                          - {step: Killed, as: dana, call: "POST /incidents/{on}/crash", on: "${incident}",
                             expect: {state: CRASH}}
                          - {step: Goes on, as: luis, action: incident.list, expect: {answer: {"items.size": 1}}}
                        """)).isTrue();

        List<RecordKeeper.Seen> sent = keeper.seen.stream()
                .filter(seen -> seen.path().endsWith("/crash"))
                .toList();
        assertThat(sent).hasSize(2);
        assertThat(sent.get(0).key()).isNotBlank().isEqualTo(sent.get(1).key());
        assertThat(keeper.all("incidents").get(0).get("version").asInt()).isEqualTo(1);
        assertThat(told()).contains("the server is gone").contains("the server is back");
        assertThat(report().at("/audit/verified").asBoolean()).isTrue();
    }

    @Test
    void eachActivityIsToldWithHowLongItTookOnceTheNextHasBegun() throws Exception {
        AtomicInteger looks = new AtomicInteger();
        keeper.activities = () -> looks.getAndIncrement() == 0
                ? List.of(keeper.activity(1, "2026-01-01T00:00:01.250000Z"))
                : List.of(
                        keeper.activity(1, "2026-01-01T00:00:01.250000Z", "2026-01-01T00:00:03.375000Z"),
                        keeper.activity(2, "2026-01-01T00:00:04Z"));

        play("""
                  - {step: First, as: dana, call: POST /incidents, save: incident}
                  - {step: Second, as: dana, action: incident.hold, on: "${incident}"}
                """);

        assertThat(told()).containsOnlyOnce("-> activity 1:").containsOnlyOnce("-> activity 2:");
        assertThat(told().lines().filter(line -> line.contains("-> activity 1:")))
                .first(STRING)
                .endsWith("| 2.125 s");
        assertThat(told().lines().filter(line -> line.contains("-> activity 2:")))
                .first(STRING)
                .endsWith("| at one stroke");
        assertThat(report().at("/activities/0/endedAt").asText()).isEqualTo("2026-01-01T00:00:03.375000Z");
    }

    @Test
    void whatIsNextIsToldAtTheEnd() throws Exception {
        Path file = directory.resolve("next.yaml");
        Files.writeString(file, """
                scenario: trial
                title: Next
                people: [{name: dana, fullName: Dana, email: d@x, roles: [REQUEST_ANALYST]}]
                afterwards: ["Look at ${portal}/contact/detail.xhtml?number=${contact.number}"]
                steps:
                  - {step: Call, as: dana, action: contact.record, save: contact}
                  - {step: All, as: dana, action: contact.list, save: all}
                  - {step: None is old, orNone: true, forEach: {each: "${all.items[*state=OLD]}"}, as: dana,
                     action: contact.close, on: "${each}"}
                """);

        assertThat(play(file, RecordKeeper.PASSWORD, false)).isTrue();

        assertThat(told()).contains("Look at " + keeper.url() + "/contact/detail.xhtml?number=CON-");
    }

    @Test
    void refusalsAreExpectedByTheirType() throws Exception {
        assertThat(play("""
                          - {step: Log, as: dana, call: POST /incidents, save: incident}
                          - {step: Own work, as: dana, call: "POST /incidents/{on}/refusal", on: "${incident}",
                             expect: {refused: four-eyes}}
                          - {step: Stale, as: dana, action: incident.hold, on: "${incident}", match: "77",
                             expect: {refused: {type: stale-version, status: 412, with: {detail: {contains: stale}}}}}
                          - {step: No version, as: dana, action: incident.hold, on: "${incident}", match: none,
                             expect: {refused: version-required}}
                        """)).isTrue();
    }

    @Test
    void aStepThatDoesNotHoldEndsThePlayAndIsReported() throws Exception {
        boolean held = play("""
                  - {step: Log, as: dana, call: POST /incidents, save: incident}
                  - {step: Own work, as: dana, call: "POST /incidents/{on}/refusal", on: "${incident}"}
                  - {step: Never, as: dana, call: POST /incidents}
                """);

        assertThat(held).isFalse();
        assertThat(keeper.all("incidents")).hasSize(1);
        JsonNode steps = report().get("steps");
        assertThat(steps).hasSize(3);
        assertThat(steps.get(0).get("holds").asBoolean()).isTrue();
        assertThat(steps.get(1).get("seen").asText()).isEqualTo("refused: four-eyes (403), because of four-eyes");
        assertThat(steps.get(1).get("expected").asText()).isEqualTo("accepted");
        assertThat(steps.get(2).get("seen").asText()).isEqualTo("not played");
        assertThat(told.toString(StandardCharsets.UTF_8)).contains("FAILED").contains("four-eyes");
    }

    @Test
    void askedToItPlaysOn() throws Exception {
        boolean held = play("""
                  - {step: Bad, as: dana, call: POST /incidents, save: incident, expect: {status: 200}}
                  - {step: Next, as: dana, call: POST /incidents}
                """, RecordKeeper.PASSWORD, true);

        assertThat(held).isFalse();
        assertThat(keeper.all("incidents")).hasSize(2);
    }

    @Test
    void aLoopOfManyIsOneStepInTheReport() throws Exception {
        assertThat(play("""
                          - step: Fifty callers
                            forEach: {n: 1..50}
                            parallel: 4
                            steps:
                              - {step: "Call ${n}", as: dana, action: contact.record, with: {words: "call ${n}"}, save: "calls[]"}
                          - {step: Each is judged, as: luis, forEach: {call: "${calls}"}, action: contact.assess, on: "${call}",
                             expect: {state: ASSESSMENT}}
                          - {step: Of each server, forEach: {number: "${servers[*services=cart][*name!=web-${two}].number}"}, as: luis,
                             call: "GET /servers/${number}", expect: {answer: {number: "${number}"}}}
                          - {step: All are there, as: luis, action: contact.list, expect: {answer: {"items.size": 50}}}
                        """)).isTrue();

        assertThat(keeper.all("contacts"))
                .hasSize(50)
                .allMatch(contact -> contact.get("state").asText().equals("ASSESSMENT"));
        assertThat(report().get("steps")).hasSize(4);
        assertThat(report().at("/steps/2/seen").asText()).isEqualTo("2 of 2 times");
        assertThat(report().at("/steps/1/seen").asText()).isEqualTo("50 of 50 times");
    }

    @Test
    void hostsMessagesAndActivitiesCanBeExpected() throws Exception {
        keeper.messages.add(
                JsonMapper.builder()
                        .build()
                        .readTree(
                                "{\"to\":\"anna@x\",\"channel\":\"EMAIL\",\"subject\":\"It works again\",\"at\":\"2999-01-01T00:00:00Z\"}"));
        keeper.messages.add(
                JsonMapper.builder()
                        .build()
                        .readTree(
                                "{\"to\":\"old@x\",\"channel\":\"EMAIL\",\"subject\":\"Old\",\"at\":\"2001-01-01T00:00:00Z\"}"));
        JsonMapper json = JsonMapper.builder().build();

        boolean held = play("""
                  - {step: Plan, as: dana, action: deployment.plan, with: {release: x}, save: deployment}
                  - {step: Look, as: dana, action: deployment.start, on: "${deployment}",
                     expect: {hosts: {VERIFIED: 2, FAILED: 1, PENDING: 0}, servers: {web-1: VERIFIED, web-2: {not: VERIFIED}}}}
                  - {step: Told, expect: {told: {to: anna, subject: {contains: works}, times: 1}}}
                  - {step: Not told, expect: {told: {to: old, times: 0}}}
                  - {step: Performed, expect: {of: "${deployment}", activities: [1]}}
                """, () -> {
            List<JsonNode> targets = new ArrayList<>();
            List<String> states = List.of("VERIFIED", "FAILED", "VERIFIED");
            List<ObjectNode> servers = keeper.all("servers").stream()
                    .sorted(Comparator.comparing(server -> server.get("name").asText()))
                    .toList();
            for (int n = 0; n < 3; n++) {
                targets.add(json.createObjectNode()
                        .put("server", servers.get(n).get("number").asText())
                        .put("state", states.get(n))
                        .put("before", "1")
                        .put("after", "2"));
            }
            return targets;
        });

        assertThat(held).isTrue();
        JsonNode report = report();
        assertThat(report.get("scenario").asText()).isEqualTo("trial");
        assertThat(report.get("servers")).hasSize(3);
        assertThat(report.at("/servers/0").properties())
                .extracting(Map.Entry::getKey)
                .containsExactly("name", "address", "port", "directory", "before", "after", "packageSha256", "outcome");
        assertThat(report.get("messages")).hasSize(1);
        assertThat(report.at("/messages/0/subject").asText()).isEqualTo("It works again");
        assertThat(report.get("activities")).hasSize(1);
        assertThat(report.at("/activities/0/earlier/workProduct").asText()).isEqualTo("W");
        assertThat(report.get("audit")).hasToString("{\"records\":12,\"head\":\"abc\",\"verified\":true}");
    }

    @Test
    void roundsThatRunAtOnceGoOnWithWhatTheySaved() throws Exception {
        assertThat(play("""
                          - step: Forty callers, each judged at once
                            as: dana
                            forEach: {n: 1..40}
                            parallel: 8
                            steps:
                              - {step: "Call ${n}", action: contact.record, with: {words: "call ${n}"}, save: call}
                              - {step: "Judge ${n}", as: luis, action: contact.assess, on: "${call}",
                                 with: {category: "c${n}"}, expect: {record: {words: "call ${n}", category: "c${n}"}}}
                              - step: Each of two things
                                forEach: {thing: [a, "b${n}"]}
                                action: contact.show
                                on: ${call}
                                expect: {answer: {words: "call ${n}"}}
                        """)).isTrue();

        assertThat(keeper.all("contacts"))
                .hasSize(40)
                .allMatch(contact -> contact.get("state").asText().equals("ASSESSMENT"));
    }

    private boolean play(String steps, Supplier<List<JsonNode>> targets) throws Exception {
        keeper.lateTargets = targets;
        return play(steps);
    }

    @Test
    void aWrongPasswordEndsItAtOnce() {
        assertThatThrownBy(() -> play("  - {step: Nothing, wait: 1ms}\n", "wrong-password", false))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("admin cannot log in");
    }

    @Test
    void aTimeLimitThatPassesIsTold() throws Exception {
        boolean held = play("""
                  - {step: Log, as: dana, call: POST /incidents, save: incident}
                  - {step: Wait, within: 400ms, expect: {of: "${incident}", state: CLOSED}}
                """);

        assertThat(held).isFalse();
        assertThat(report().at("/steps/1/seen").asText()).isEqualTo("state NEW");
    }
}
