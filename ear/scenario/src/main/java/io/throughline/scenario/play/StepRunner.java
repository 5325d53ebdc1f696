package io.throughline.scenario.play;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.scenario.action.ActionCatalogue;
import io.throughline.scenario.action.ActionDefinition;
import io.throughline.scenario.client.ApiAnswer;
import io.throughline.scenario.client.ApiClient;
import io.throughline.scenario.client.Reachability;
import io.throughline.scenario.document.Scenario;
import io.throughline.scenario.expression.ExpressionException;
import io.throughline.scenario.expression.Template;
import io.throughline.scenario.expression.TimeText;
import io.throughline.scenario.expression.Variables;
import io.throughline.scenario.world.WorldAction;
import io.throughline.scenario.world.WorldException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Performs one step once: does what it says, then looks until what it expects is there or time is up. */
final class StepRunner {

    /** What came of it, and the record it was about, if any. */
    record Result(boolean holds, String expected, String seen, String record) {}

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);
    private static final Pattern NUMBER = Pattern.compile("[A-Z]{2,4}-[0-9]{3,}");

    private final Scenario scenario;
    private final ActionCatalogue catalogue;
    private final Logins logins;
    private final Requests requests;
    private final WorldStep world;
    private final Expectations expectations;
    private final Reachability reachability;

    StepRunner(
            Scenario scenario,
            ActionCatalogue catalogue,
            Logins logins,
            WorldStep world,
            Expectations expectations,
            Reachability reachability) {
        this.scenario = scenario;
        this.catalogue = catalogue;
        this.logins = logins;
        this.requests = new Requests(scenario);
        this.world = world;
        this.expectations = expectations;
        this.reachability = reachability;
    }

    Result perform(JsonNode step, Variables variables) {
        JsonNode expect = step.path("expect");
        String expected = words(expect);
        try {
            return perform(step, variables, expected);
        } catch (ExpressionException | WorldException e) {
            return new Result(false, expected, e.getMessage(), null);
        }
    }

    private Result perform(JsonNode step, Variables variables, String expected) {
        if (step.has("wait")) {
            pause(TimeText.duration(step.get("wait").asText()));
        }
        if (step.has("until")) {
            pauseUntil(Template.fill(step.get("until").asText(), variables).asText(), variables);
        }
        Doing doing = new Doing(step, variables);
        doing.act();
        JsonNode expect = Template.fill(step.path("expect"), variables);
        Duration patience =
                step.has("within") ? TimeText.duration(step.get("within").asText()) : scenario.timeLimit();
        boolean again = Expectations.canChange(expect)
                || doing.onlyLooks() && !expect.path("answer").isMissingNode();
        long began = System.nanoTime();
        Duration awayBefore = reachability.away();
        Expectations.Sight sight = look(expect, doing);
        while (!sight.holds()
                && again
                && doing.mayStillHold(expect)
                && System.nanoTime() - began
                        < patience.plus(reachability.away().minus(awayBefore)).toNanos()) {
            pause(BETWEEN_LOOKS);
            if (doing.onlyLooks()) {
                doing.act();
            }
            sight = look(expect, doing);
        }
        return new Result(sight.holds(), expected, sight.words(), doing.record);
    }

    private Expectations.Sight look(JsonNode expect, Doing doing) {
        return expectations.look(expect, new Expectations.Subject(doing.answer, doing.actor, doing.recordPath(expect)));
    }

    private static void pauseUntil(String time, Variables variables) {
        try {
            Duration left = Duration.between(variables.now(), Instant.parse(time));
            if (!left.isNegative()) {
                pause(left);
            }
        } catch (DateTimeParseException e) {
            throw new ExpressionException("'" + time + "' is no time");
        }
    }

    static void pause(Duration duration) {
        try {
            TimeUnit.NANOSECONDS.sleep(duration.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What is expected, in words. */
    static String words(JsonNode expect) {
        if (expect.isMissingNode()) {
            return "accepted";
        }
        StringBuilder words = new StringBuilder();
        expect.properties().forEach(member -> {
            JsonNode value = member.getValue();
            words.append(words.isEmpty() ? "" : ", ")
                    .append(member.getKey())
                    .append(' ')
                    .append(value.isTextual() ? value.textValue() : value.toString());
        });
        return words.toString();
    }

    /** A step being done. */
    private final class Doing {
        private final JsonNode step;
        private final Variables variables;
        private final ApiClient actor;
        private final Optional<ActionDefinition> action;
        private ApiAnswer answer;
        private String record;

        Doing(JsonNode step, Variables variables) {
            this.step = step;
            this.variables = variables;
            String person = Template.text(step.path("as").asText(Logins.ADMINISTRATOR), variables);
            this.actor = logins.of(person);
            this.action = definition();
            if (step.has("on")) {
                record = recordNumber(Template.fill(step.get("on").asText(), variables));
            }
        }

        private Optional<ActionDefinition> definition() {
            if (step.has("call")) {
                String sends = step.path("sends").asText("json").toUpperCase(Locale.ROOT);
                String call = Template.text(step.get("call").asText(), variables);
                return Optional.of(ActionDefinition.parse(call, ActionDefinition.Sends.valueOf(sends)));
            }
            return catalogue.find(step.path("action").asText());
        }

        boolean onlyLooks() {
            return action.map(ActionDefinition::reads).orElse(false);
        }

        /** False once the step's own request was answered otherwise than expected: looking again changes nothing. */
        boolean mayStillHold(JsonNode expect) {
            return onlyLooks() || answer == null || answer.succeeded() != expect.has("refused");
        }

        void act() {
            ObjectNode inputs = step.has("with")
                    ? (ObjectNode) Template.fill(step.get("with"), variables)
                    : JsonNodeFactory.instance.objectNode();
            WorldAction.of(step.path("action").asText())
                    .ifPresent(worldAction -> answer = new ApiAnswer(200, null, world.perform(worldAction, inputs)));
            action.ifPresent(definition -> answer = requests.perform(
                    actor, new Requests.Order(definition, record, inputs, text("match"), text("idempotencyKey"))));
            if (answer != null && answer.succeeded()) {
                if (step.has("save")) {
                    variables.save(step.get("save").asText(), answer.body());
                }
                if (record == null && answer.body().has("number")) {
                    record = answer.body().get("number").asText();
                }
            }
        }

        private String text(String member) {
            return step.has(member) ? Template.text(step.get(member).asText(), variables) : null;
        }

        private String recordNumber(JsonNode value) {
            if (value.isObject() && value.has("number")) {
                return value.get("number").asText();
            }
            if (!value.isValueNode()) {
                throw new ExpressionException("'on' must be one record, not " + value);
            }
            return value.asText();
        }

        /** Path of the record that is looked at: the expectation's own, else the step's. */
        String recordPath(JsonNode expect) {
            if (expect.has("of")) {
                return RecordPaths.of(recordNumber(expect.get("of")));
            }
            String number = record;
            Matcher isNumber = NUMBER.matcher(number == null ? "" : number);
            return isNumber.matches() ? RecordPaths.of(number) : null;
        }
    }
}
