package io.throughline.batch.connector.runner;

import io.throughline.batch.connector.HostAnswer;
import io.throughline.batch.connector.HostAnswer.Answered;
import io.throughline.batch.connector.HostAnswer.InDoubt;
import io.throughline.batch.connector.HostAnswer.Quarantined;
import io.throughline.batch.connector.HostAnswer.Unreachable;
import io.throughline.batch.connector.HostCommand;
import io.throughline.batch.connector.HostConnector;
import io.throughline.batch.connector.HostInput;
import io.throughline.batch.connector.HostTarget;
import io.throughline.batch.connector.runner.Observation.Kind;
import io.throughline.release.domain.packaging.PackageArchive;
import io.throughline.release.domain.packaging.PackageManifest;
import io.throughline.release.domain.packaging.PackageStep;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Looks at hosts and changes them, one command per host and call. Every method returns at once; the futures always
 * complete normally and within the limits. Thread-safe.
 */
public final class HostRunner {

    /** What a probe or a step may give back, in bytes; more is cut. */
    public static final int LONGEST_OUTPUT = 12 << 10;

    private static final int LONGEST_ANSWER = 160 << 10;
    /** On top of the steps' own limits: unpacking, the grace before a stopped step is killed, a slow disk. */
    private static final Duration MARGIN = Duration.ofSeconds(30);
    /** A line slower than this is as good as none. */
    private static final long SLOWEST_BYTES_PER_SECOND = 64 << 10;

    private final HostConnector connector;

    public HostRunner(HostConnector connector) {
        this.connector = connector;
    }

    /**
     * Brings the host to the package's version, once. Outcomes: VERIFIED, UP_TO_DATE, FAILED, BUSY, FENCED, REFUSED,
     * UNREACHABLE, QUARANTINED, IN_DOUBT.
     */
    public CompletableFuture<RunnerReport> install(HostTarget target, PackageOrder order) {
        return change(target, order, "install");
    }

    /**
     * Finds out what became of an installation, without installing: what resolves IN_DOUBT. Give it a higher token than
     * the command in doubt and some lock wait. Outcomes: VERIFIED, UP_TO_DATE, NOT_APPLIED, HALF_APPLIED, FAILED,
     * ROLLED_BACK, BUSY (it still runs), FENCED, REFUSED, UNREACHABLE, QUARANTINED, IN_DOUBT.
     */
    public CompletableFuture<RunnerReport> verify(HostTarget target, PackageOrder order) {
        return change(target, order, "verify");
    }

    /**
     * Takes the package back to the level from before it, as the host remembers it. Outcomes: ROLLED_BACK, FAILED, BUSY,
     * FENCED, REFUSED (nothing of this package here, or no way back), UNREACHABLE, QUARANTINED, IN_DOUBT.
     */
    public CompletableFuture<RunnerReport> rollback(HostTarget target, PackageOrder order) {
        return change(target, order, "rollback");
    }

    /** Looks which level of a product the host has and what it remembers of it. Writes nothing on the host. */
    public CompletableFuture<Observation> level(HostTarget target, String product, String levelScript, Duration limit) {
        String line = new RunnerCommand("level")
                .with("product", product)
                .with("script", levelScript)
                .with("cap", Integer.toString(LONGEST_OUTPUT))
                .with("limit_level", limit)
                .line(Map.of());
        return look(target, line, "level", limit);
    }

    /**
     * Runs a read-only script. It finds the parameters as {@code THROUGHLINE_PARAM_<NAME>} and, in the map's order, as
     * {@code $1}, {@code $2}… Writes nothing on the host itself; that the script does not is for the login's rights.
     */
    public CompletableFuture<Observation> probe(
            HostTarget target, String script, Map<String, String> parameters, Duration limit) {
        String line = new RunnerCommand("probe")
                .with("script", script)
                .with("cap", Integer.toString(LONGEST_OUTPUT))
                .with("limit_probe", limit)
                .line(parameters);
        return look(target, line, "probe", limit);
    }

    private CompletableFuture<RunnerReport> change(HostTarget target, PackageOrder order, String verb) {
        PackageArchive archive = order.archive();
        PackageManifest manifest = archive.manifest();
        RunnerCommand command = new RunnerCommand(verb)
                .with("product", manifest.product())
                .with("version", manifest.version())
                .with("digest", archive.digest())
                .with("token", Long.toString(order.token()))
                .with("reference", order.reference())
                .with("wait", Long.toString(order.lockWait().toSeconds()))
                .with("retry", order.retry() ? "yes" : "no")
                .with("cap", Integer.toString(LONGEST_OUTPUT));
        Duration limit = MARGIN.plus(order.lockWait())
                .plusSeconds(archive.size() / SLOWEST_BYTES_PER_SECOND)
                .plus(manifest.limit(PackageStep.LEVEL).multipliedBy(2))
                .plus(manifest.limit(PackageStep.VERIFY).multipliedBy(2));
        for (PackageStep step : PackageStep.values()) {
            command.with("limit_" + step.word(), manifest.limit(step));
            manifest.script(step).ifPresent(path -> command.with("script_" + step.word(), path));
            if (step.word().equals(verb)) {
                limit = limit.plus(manifest.limit(step));
            }
        }
        HostInput input = () -> archive.content().open();
        return connector
                .execute(target, new HostCommand(command.line(order.parameters()), input, limit, LONGEST_ANSWER))
                .thenApply(HostRunner::report);
    }

    private CompletableFuture<Observation> look(HostTarget target, String line, String verb, Duration limit) {
        return connector
                .execute(target, new HostCommand(line, HostInput.none(), limit.plus(MARGIN), LONGEST_ANSWER))
                .thenApply(answer -> observation(answer, verb));
    }

    private static RunnerReport report(HostAnswer answer) {
        if (answer instanceof Unreachable unreachable) {
            return RunnerReport.without(HostOutcome.UNREACHABLE, unreachable.reason(), unreachable.duration());
        }
        if (answer instanceof Quarantined quarantined) {
            return RunnerReport.without(HostOutcome.QUARANTINED, quarantined.reason(), quarantined.duration());
        }
        String text = answer instanceof Answered answered ? answered.output() : ((InDoubt) answer).output();
        // A connection that broke right after a complete answer has still delivered it.
        Optional<RunnerAnswer> complete = RunnerAnswer.parse(text);
        if (complete.isPresent()) {
            return report(complete.get(), answer.duration());
        }
        String reason = answer instanceof Answered answered
                ? "the host's shell ended with " + answered.exit() + " and no complete answer: "
                        + firstLine(answered.errors() + "\n" + answered.output())
                : ((InDoubt) answer).reason();
        return RunnerReport.without(HostOutcome.IN_DOUBT, reason, answer.duration());
    }

    private static RunnerReport report(RunnerAnswer answer, Duration duration) {
        HostOutcome outcome = switch (answer.value("result")) {
            case "APPLIED" -> HostOutcome.VERIFIED;
            case "UP_TO_DATE" -> HostOutcome.UP_TO_DATE;
            case "FAILED" -> HostOutcome.FAILED;
            case "ROLLED_BACK" -> HostOutcome.ROLLED_BACK;
            case "NOT_APPLIED" -> HostOutcome.NOT_APPLIED;
            case "HALF_APPLIED" -> HostOutcome.HALF_APPLIED;
            case "BUSY" -> HostOutcome.BUSY;
            case "FENCED" -> HostOutcome.FENCED;
            case "REFUSED" -> HostOutcome.REFUSED;
            default -> HostOutcome.IN_DOUBT;
        };
        return new RunnerReport(
                outcome,
                outcome == HostOutcome.FAILED ? failure(answer) : answer.value("detail"),
                answer.value("before"),
                answer.value("level"),
                answer.value("step"),
                answer.says("changed"),
                answer.says("repeated"),
                answer.says("resumed"),
                answer.outputs(),
                duration);
    }

    private static String failure(RunnerAnswer answer) {
        if (!answer.value("detail").isEmpty()) {
            return answer.value("detail");
        }
        String step = answer.value("step");
        return switch (answer.value("reason")) {
            case "level-unreadable" -> "the level script printed no version";
            case "failed-before" -> "the step " + step + " failed before; a retry has to be ordered";
            default ->
                answer.says("timedOut")
                        ? "the step " + step + " ran out of time and was stopped"
                        : answer.value("exit").isEmpty()
                                ? "the step " + step + " failed before"
                                : "the step " + step + " ended with " + answer.value("exit");
        };
    }

    private static Observation observation(HostAnswer answer, String verb) {
        if (answer instanceof Unreachable unreachable) {
            return Observation.without(Kind.UNREACHABLE, unreachable.reason(), unreachable.duration());
        }
        if (answer instanceof Quarantined quarantined) {
            return Observation.without(Kind.QUARANTINED, quarantined.reason(), quarantined.duration());
        }
        if (answer instanceof InDoubt inDoubt) {
            return Observation.without(Kind.NO_ANSWER, inDoubt.reason(), inDoubt.duration());
        }
        Answered answered = (Answered) answer;
        Optional<RunnerAnswer> complete = RunnerAnswer.parse(answered.output());
        if (complete.isEmpty() || complete.get().value("exit").isEmpty()) {
            return Observation.without(
                    Kind.NO_ANSWER,
                    "the host's shell ended with " + answered.exit() + " and no complete answer: "
                            + firstLine(answered.errors() + "\n" + answered.output()),
                    answered.duration());
        }
        RunnerAnswer answers = complete.get();
        boolean timedOut = answers.says("timedOut");
        return new Observation(
                timedOut ? Kind.TIMED_OUT : Kind.ANSWERED,
                timedOut ? "the script ran out of time and was stopped" : "",
                Integer.parseInt(answers.value("exit")),
                cut(answers.output(verb)),
                marker(answers),
                answered.duration());
    }

    private static Optional<HostMarker> marker(RunnerAnswer answers) {
        return answers.value("markerDigest").isEmpty()
                ? Optional.empty()
                : Optional.of(new HostMarker(
                        answers.value("phase"),
                        answers.value("markerVersion"),
                        answers.value("markerDigest"),
                        answers.value("before"),
                        answers.value("markerToken"),
                        answers.value("markerReference")));
    }

    /** The host sends one byte more than the bound, so that we see whether there was more. */
    private static String cut(String output) {
        return output.length() > LONGEST_OUTPUT
                ? output.substring(0, LONGEST_OUTPUT) + "\n[... the rest is left out ...]\n"
                : output;
    }

    private static String firstLine(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("it wrote nothing");
    }
}
