package io.throughline.bench.product;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.scenario.client.ApiAnswer;
import io.throughline.scenario.client.ApiClient;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** Everything that stands around a rollout, by its people over REST: nothing is left out that the rules ask for. */
public final class Records {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PASSWORD = "correct horse battery staple";
    private static final int ROWS = 50;
    private static final Duration TESTED_WITHIN = Duration.ofMinutes(5);
    /** A change of a hundred thousand servers is no quick request. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private static final Map<String, List<String>> STAFF = Map.of(
            "petra", List.of("CHANGE_MANAGER"),
            "amir", List.of("CHANGE_ASSESSOR"),
            "vera", List.of("CHANGE_AUTHORITY"),
            "oskar", List.of("CHANGE_OWNER"),
            "rene", List.of("RELEASE_MANAGER"),
            "ida", List.of("RELEASE_OWNER"),
            "sven", List.of("RELEASE_SPECIALIST"),
            "kim", List.of("DEPLOYMENT_SPECIALIST"),
            "luis", List.of("INCIDENT_ANALYST", "INCIDENT_OWNER"),
            "olga", List.of("OPERATOR"));

    /** Not HTTP/2, whose connections the server takes for idle while a long request is worked on. */
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI server;
    private final Map<String, ApiClient> clients = new HashMap<>();
    private final Map<String, String> people = new HashMap<>();
    private String service;
    private String testServer;

    public Records(URI server) {
        this.server = server;
        clients.put("admin", new ApiClient(http, server, "admin", "throughline-demo", PATIENCE));
    }

    /** People and one service. */
    public void organise() {
        STAFF.forEach((name, roles) -> {
            ObjectNode person = object().put("username", name)
                    .put("password", PASSWORD)
                    .put("fullName", "Benchmark " + name)
                    .put("email", name + "@bench.example")
                    .put("channel", "EMAIL");
            roles.forEach(person.putArray("roles")::add);
            people.put(name, post("admin", "/people", person).path("number").asText());
            clients.put(name, new ApiClient(http, server, name, PASSWORD, PATIENCE));
        });
        ObjectNode group = object().put("name", "level-2");
        group.putArray("members").add(people.get("luis"));
        post("admin", "/groups", group);
        service = post("admin", "/services", object().put("name", "bench").put("description", "Is measured"))
                .path("number")
                .asText();
    }

    /**
     * Makes servers known, all of which provide the service.
     *
     * @return their numbers
     */
    public List<String> servers(List<String> addresses, int port, String user, String hostKey, String version) {
        List<String> numbers = new java.util.ArrayList<>();
        for (int from = 0; from < addresses.size(); from += ROWS) {
            StringBuilder csv = new StringBuilder("name,address,port,user,probe_user,site,host_key,product,version\n");
            for (String address : addresses.subList(from, Math.min(addresses.size(), from + ROWS))) {
                csv.append(String.join(
                                ",",
                                "host-" + address.replace('.', '-'),
                                address,
                                String.valueOf(port),
                                user,
                                user,
                                "site-" + address.split("\\.")[2],
                                hostKey,
                                "bench",
                                version))
                        .append('\n');
            }
            JsonNode taken = post(
                    "admin",
                    "/server-imports",
                    object().put("format", "CSV").put("content", csv.toString()).put("service", service));
            taken.path("created").forEach(number -> numbers.add(number.asText()));
        }
        return numbers;
    }

    public void testServer(String address, int port, String user, String hostKey, String version) {
        ObjectNode test = object().put("name", "test-server")
                .put("site", "test")
                .put("address", address)
                .put("port", port)
                .put("user", user)
                .put("probeUser", user)
                .put("hostKey", hostKey)
                .put("testServer", true);
        test.putObject("labels");
        test.putArray("installed").addObject().put("product", "bench").put("version", version);
        testServer = post("admin", "/servers", test).path("number").asText();
    }

    /**
     * A change that is authorized, a release that is tested and accepted, and its deployment, confirmed.
     *
     * @return number of the deployment
     */
    public String confirmed(List<String> servers, byte[] archive, String version, ObjectNode plan) {
        ObjectNode proposal = object().put("title", "Bench " + version + " on " + servers.size() + " servers")
                .put("type", "NORMAL")
                .put("priority", "HIGH")
                .put("reason", "It is measured")
                .put("effectOfNotDoing", "It is not measured")
                .put("service", service)
                .put("product", "bench")
                .put("version", version)
                .put("backOutPlan", "The package brings back the version before");
        ArrayNode targets = proposal.putArray("targets");
        servers.forEach(targets::add);
        String change = post("oskar", "/changes", proposal).path("number").asText();
        String path = "/changes/" + change;
        verb("petra", path, "acceptance", object());
        ObjectNode categorization = object().put("changeClass", "MINOR").put("priority", "HIGH");
        categorization
                .putArray("assessors")
                .addObject()
                .put("person", people.get("amir"))
                .put("perspective", "TECHNICAL");
        verb("petra", path, "categorization", categorization);
        verb(
                "amir",
                path,
                "assessments",
                object().put("perspective", "TECHNICAL")
                        .put("verdict", "RECOMMEND")
                        .put("text", "Harmless"));
        ObjectNode authorization = object().put("password", PASSWORD).put("changeOwner", people.get("oskar"));
        authorization
                .putObject("window")
                .put("from", Instant.now().minusSeconds(1).toString())
                .put("to", Instant.now().plus(Duration.ofHours(12)).toString());
        verb("vera", path, "authorization", authorization);
        verb("oskar", path, "coordination", object().put("releaseManager", people.get("rene")));
        String release = get("rene", "/releases?change=" + change)
                .path("items")
                .path(0)
                .path("number")
                .asText();
        tested("/releases/" + release, archive);
        verb("ida", "/releases/" + release, "acceptance", object().put("text", "Works"));
        ObjectNode deployment = object().put("release", release);
        deployment.set("plan", plan);
        String number = post("ida", "/deployments", deployment).path("number").asText();
        verb("oskar", "/deployments/" + number, "confirmation", object());
        return number;
    }

    private void tested(String release, byte[] archive) {
        verb(
                "rene",
                release,
                "acknowledgement",
                object().put("owner", people.get("ida")).put("specialist", people.get("sven")));
        verb("ida", release, "strategy", object().put("text", "All at once").put("deploymentModel", "push"));
        JsonNode stored = taken(
                "the package",
                clients.get("sven")
                        .sendArchive(
                                "POST",
                                "/packages",
                                archive,
                                null,
                                UUID.randomUUID().toString()));
        verb(
                "sven",
                release,
                "package",
                object().put("package", stored.path("sha256").asText()));
        verb("sven", release, "test", object().put("server", testServer));
        await(release, "TESTED", TESTED_WITHIN);
    }

    /** Starts a confirmed deployment; returns when the request has been answered. */
    public void start(String deployment) {
        verb("kim", "/deployments/" + deployment, "start", object());
    }

    /** Waits until a rollout is over and tells how it ended. */
    public JsonNode ended(String deployment, Duration within) {
        return await("/deployments/" + deployment, "(PARTIALLY_)?IMPLEMENTED|PAUSED|ABORTED", within);
    }

    /** Waits until a rollout or rollback has ended as wanted. */
    public JsonNode endedAs(String deployment, String state, Duration within) {
        return await("/deployments/" + deployment, state, within);
    }

    public void rollBack(String deployment) {
        verb("kim", "/deployments/" + deployment, "rollback", object().put("reason", "It is a trial"));
    }

    /** Brings deployment and change to their end, so that the servers are free for the next. */
    public void finish(String deployment) {
        String path = "/deployments/" + deployment;
        String change = "/changes/" + get("petra", path).path("change").asText();
        verb("petra", path, "verification", object().put("text", "Looked at"));
        verb("petra", path, "closure", object());
        verb(
                "petra",
                change,
                "review",
                object().put("text", "As planned").put("desiredEffect", true).put("backOutWorked", true));
        verb("petra", change, "closure", object());
    }

    /** An approved procedure of one probe. */
    public String procedure(String command) {
        ObjectNode procedure = object().put("name", "Look at the level").put("description", "Changes nothing");
        ObjectNode probe =
                procedure.putArray("probes").addObject().put("name", "level").put("command", command);
        probe.putArray("findings")
                .addObject()
                .put("when", "^1")
                .put("finding", "has level 1")
                .put("failing", false);
        String number = post("luis", "/procedures", procedure).path("number").asText();
        verb("olga", "/procedures/" + number, "approval", object());
        return number;
    }

    /** An incident of the service that is being looked into. */
    public String incident() {
        ObjectNode contact = object().put("callerName", "Anna Berg")
                .put("email", "anna@bench.example")
                .put("channel", "EMAIL")
                .put("service", service)
                .put("words", "It is slow");
        contact.putObject("assessment")
                .put("category", "availability")
                .put("priority", "HIGH")
                .put("complete", true);
        contact.putObject("routing")
                .put("title", "It is slow")
                .put("service", service)
                .put("symptom", "slow");
        String incident = post("luis", "/contacts", contact).path("incident").asText();
        String path = "/incidents/" + incident;
        verb(
                "luis",
                path,
                "classification",
                object().put("impact", "HIGH").put("urgency", "HIGH").put("category", "availability"));
        verb(
                "luis",
                path,
                "escalation",
                object().put("kind", "FUNCTIONAL").put("group", "level-2").put("reason", "It is not known"));
        verb("luis", path, "diagnosis-start", object());
        return incident;
    }

    /** Has the procedure run on all servers of the service and waits for the job's end. */
    public void diagnose(String incident, String procedure, Duration within) {
        String job = post(
                        "luis",
                        "/incidents/" + incident + "/diagnosis-jobs",
                        object().put("procedure", procedure).put("service", service))
                .path("job")
                .asText();
        await("/jobs/" + job, "COMPLETED", within);
    }

    /** All pages of a list. */
    public List<JsonNode> list(String person, String path) {
        return clients.get(person).list(path);
    }

    public JsonNode get(String person, String path) {
        return taken("GET " + path, clients.get(person).get(path));
    }

    private JsonNode await(String path, String states, Duration within) {
        long until = System.nanoTime() + within.toNanos();
        while (true) {
            JsonNode seen = get("kim", path);
            String state = seen.path("state").asText();
            if (state.matches(states)) {
                return seen;
            }
            if (System.nanoTime() > until || state.equals("FAILED")) {
                throw new IllegalStateException(path + " is " + state + " after " + within + ": " + seen);
            }
            try {
                TimeUnit.MILLISECONDS.sleep(LOOK_EVERY.toMillis());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }
    }

    private JsonNode verb(String person, String path, String noun, ObjectNode body) {
        ApiClient client = clients.get(person);
        String version = client.get(path).version();
        return taken(
                path + "/" + noun,
                client.send(
                        "POST",
                        path + "/" + noun,
                        body,
                        version,
                        UUID.randomUUID().toString()));
    }

    private JsonNode post(String person, String path, ObjectNode body) {
        return taken(
                path,
                clients.get(person)
                        .send("POST", path, body, null, UUID.randomUUID().toString()));
    }

    private static JsonNode taken(String what, ApiAnswer answer) {
        if (!answer.succeeded()) {
            throw new IllegalStateException(what + ": " + answer.summary());
        }
        return answer.body();
    }

    public static ObjectNode object() {
        return JSON.createObjectNode();
    }
}
