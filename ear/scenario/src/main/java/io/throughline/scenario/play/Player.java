package io.throughline.scenario.play;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.throughline.scenario.PlayerOptions;
import io.throughline.scenario.action.ActionCatalogue;
import io.throughline.scenario.client.Reachability;
import io.throughline.scenario.document.Scenario;
import io.throughline.scenario.expression.ExpressionException;
import io.throughline.scenario.expression.Loop;
import io.throughline.scenario.expression.Template;
import io.throughline.scenario.expression.Variables;
import io.throughline.scenario.report.Narrator;
import io.throughline.scenario.report.ScenarioReport;
import io.throughline.scenario.world.FleetControl;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/** Plays a scenario from beginning to end and leaves its report. */
public final class Player {

    private final Scenario scenario;
    private final PlayerOptions options;
    private final Narrator narrator;
    private final Logins logins;
    private final Variables variables;
    private final Stage stage;
    private final StepRunner runner;
    private final ThreadWatch threads;
    private final ScenarioReport report;
    private final AtomicReference<String> firstRecord = new AtomicReference<>();
    /** What the step under way did something to; rounds of a loop add to it at the same time. */
    private final Set<String> touched = ConcurrentHashMap.newKeySet();

    private Set<String> lastTouched = Set.of();
    private boolean allHold = true;

    /** @throws io.throughline.scenario.world.WorldException if the demo fleet that the options name does not run */
    public Player(Scenario scenario, ActionCatalogue catalogue, PlayerOptions options, Narrator narrator) {
        this.scenario = scenario;
        this.options = options;
        this.narrator = narrator;
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
        FleetControl fleet = options.fleet() == null ? null : FleetControl.of(http, options.fleet());
        Reachability reachability = new Reachability(http, options.server(), narrator::say);
        this.logins = new Logins(http, reachability, scenario, options);
        this.variables = new Variables(Instant.now().truncatedTo(ChronoUnit.SECONDS), Instant::now);
        this.stage = new Stage(scenario, fleet);
        this.runner = new StepRunner(
                scenario,
                catalogue,
                logins,
                new WorldStep(fleet, stage),
                new Expectations(logins.administrator(), variables),
                reachability);
        this.threads = new ThreadWatch(logins.administrator(), narrator);
        this.report = new ScenarioReport(scenario.name(), logins.administrator());
    }

    /**
     * @return true if every step brought what was expected
     * @throws io.throughline.scenario.client.ApiException if Throughline cannot be reached or refuses what the scenario
     *     describes
     * @throws IOException if the world cannot be built or the report cannot be written
     */
    public boolean play() throws IOException {
        narrator.title(scenario.name(), scenario.title());
        variables.set("run", TextNode.valueOf(Long.toString(variables.start().getEpochSecond(), 36)));
        variables.set("password", TextNode.valueOf(options.personPassword()));
        variables.set("portal", TextNode.valueOf(options.server().toString()));
        scenario.variables().properties().forEach(variable -> variables.set(variable.getKey(), variable.getValue()));
        logins.administrator().get("/me");
        stage.build(options.connectorKeys());
        new Registration(scenario, logins, stage, variables).perform();
        narrator.say(inventory());
        try {
            for (JsonNode step : scenario.steps()) {
                topLevel(step);
            }
        } finally {
            threads.end(reportedRecord());
            Path file = writeReport();
            narrator.say("report: " + file);
        }
        narrator.say(allHold ? "every step brought what was expected" : "not every step brought what was expected");
        tellWhatIsNext();
        return allHold;
    }

    /** What whoever watched can look at or do now; what was not come so far as to be known is left out. */
    private void tellWhatIsNext() throws IOException {
        List<String> lines = new ArrayList<>();
        for (JsonNode line : scenario.afterwards()) {
            try {
                lines.add(Template.text(line.asText(), variables));
            } catch (ExpressionException unknown) {
                narrator.say("not told: " + line.asText() + ": " + unknown.getMessage());
            }
        }
        if (options.afterwards() == null) {
            lines.forEach(narrator::say);
        } else {
            Files.write(options.afterwards(), lines);
        }
    }

    private String inventory() {
        List<String> counts = new ArrayList<>();
        for (String kind : Scenario.KINDS) {
            counts.add(scenario.entities(kind).size() + " " + kind);
        }
        return "known to Throughline: " + String.join(", ", counts);
    }

    private void topLevel(JsonNode step) {
        if (!allHold && !options.keepGoing()) {
            record(new StepOutcome(
                    sentence(step, variables), StepRunner.words(step.path("expect")), "not played", false));
            return;
        }
        long began = System.nanoTime();
        StepOutcome outcome = perform(step, variables);
        record(outcome);
        narrator.step(
                step.path("as").asText("-"),
                outcome.step(),
                outcome.holds(),
                outcome.expected(),
                outcome.seen(),
                Duration.ofNanos(System.nanoTime() - began));
        if (!touched.isEmpty()) {
            lastTouched = new TreeSet<>(touched);
            touched.clear();
        }
        threads.look(lastTouched);
        StepRunner.pause(options.pace());
    }

    private void record(StepOutcome outcome) {
        allHold &= outcome.holds();
        report.step(outcome.step(), outcome.expected(), outcome.seen(), outcome.holds());
    }

    /** A step with all its rounds; of many only the first that did not hold is told. */
    private StepOutcome perform(JsonNode step, Variables scope) {
        String expected = StepRunner.words(step.path("expect"));
        List<Variables> rounds;
        try {
            rounds = Loop.rounds(step.path("forEach"), scope);
        } catch (ExpressionException e) {
            return new StepOutcome(sentence(step, scope), expected, e.getMessage(), false);
        }
        if (!step.has("forEach")) {
            return once(step, scope);
        }
        if (rounds.isEmpty() && step.path("orNone").asBoolean()) {
            return new StepOutcome(sentence(step, scope), expected, "there was none", true);
        }
        if (rounds.isEmpty()) {
            return new StepOutcome(sentence(step, scope), expected, "there is nothing to run over", false);
        }
        List<StepOutcome> outcomes = rounds(step, rounds);
        String sentence = step.path("step").asText();
        long held = outcomes.stream().filter(StepOutcome::holds).count();
        String seen = outcomes.stream()
                .filter(outcome -> !outcome.holds())
                .findFirst()
                .map(outcome -> "; first otherwise: " + outcome.step() + ": " + outcome.seen())
                .orElse("");
        return new StepOutcome(
                sentence, expected, held + " of " + rounds.size() + " times" + seen, held == rounds.size());
    }

    private List<StepOutcome> rounds(JsonNode step, List<Variables> rounds) {
        int parallel = step.path("parallel").asInt(1);
        if (parallel == 1) {
            return rounds.stream().map(round -> once(step, round)).toList();
        }
        return Parallel.map(rounds, round -> once(step, round), parallel);
    }

    private StepOutcome once(JsonNode step, Variables scope) {
        String sentence = sentence(step, scope);
        if (step.has("steps")) {
            for (JsonNode inner : step.get("steps")) {
                StepOutcome outcome = perform(doneBy(step, inner), scope);
                if (!outcome.holds()) {
                    return new StepOutcome(sentence, outcome.expected(), outcome.step() + ": " + outcome.seen(), false);
                }
            }
            return new StepOutcome(sentence, "each of its steps holds", "each held", true);
        }
        StepRunner.Result result = runner.perform(step, scope);
        if (result.record() != null
                && result.holds()
                && !step.path("action").asText().startsWith("world.")) {
            firstRecord.compareAndSet(null, result.record());
            if (RecordPaths.hasThread(result.record())) {
                touched.add(result.record());
            }
        }
        return new StepOutcome(sentence, result.expected(), result.seen(), result.holds());
    }

    /** A step within a step is done by whoever does that one, unless it says otherwise. */
    private static JsonNode doneBy(JsonNode outer, JsonNode inner) {
        return outer.has("as") && !inner.has("as") ? ((ObjectNode) inner.deepCopy()).set("as", outer.get("as")) : inner;
    }

    private static String sentence(JsonNode step, Variables scope) {
        try {
            return Template.text(step.path("step").asText(), scope);
        } catch (ExpressionException e) {
            return step.path("step").asText();
        }
    }

    private Path writeReport() throws IOException {
        report.activities(reportedRecord());
        Set<String> servers = new HashSet<>();
        variables
                .find("servers")
                .forEach(server -> servers.add(server.path("number").asText()));
        report.servers(servers, name -> stage.hostOf(name).path("directory").asText(null));
        report.messages(variables.start());
        report.audit();
        return report.write(options.report());
    }

    private String reportedRecord() {
        try {
            return scenario.reportedThread()
                    .map(thread -> Template.text(thread, variables))
                    .orElse(firstRecord.get());
        } catch (ExpressionException e) {
            return firstRecord.get();
        }
    }
}
