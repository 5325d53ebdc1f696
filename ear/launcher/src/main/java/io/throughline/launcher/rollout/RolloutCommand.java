package io.throughline.launcher.rollout;

import io.throughline.audit.proof.BrokenProof;
import io.throughline.audit.proof.Json;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code throughline rollout …}. Results go to stdout, the bar and what went wrong to stderr. */
public final class RolloutCommand {

    private static final Duration SERVER_MAY_BE_AWAY = Duration.ofMinutes(2);
    private static final Duration BEFORE_IT_IS_ASKED_AGAIN = Duration.ofSeconds(1);

    private final Map<String, String> environment;
    private final PrintStream out;
    private final PrintStream err;
    private final boolean terminal;

    RolloutCommand(Map<String, String> environment, PrintStream out, PrintStream err, boolean terminal) {
        this.environment = environment;
        this.out = out;
        this.err = err;
        this.terminal = terminal;
    }

    /** The start script knows whether stderr is a terminal; Java does not. */
    public static RolloutCommand ofThisProcess() {
        return new RolloutCommand(System.getenv(), System.out, System.err, Boolean.getBoolean("throughline.terminal"));
    }

    /** @return the exit status */
    public int run(List<String> arguments) {
        String word = arguments.isEmpty() ? "help" : arguments.get(0);
        Optional<Verb> verb = Verb.of(word);
        if (verb.isEmpty() && !List.of("help", "--help", "-h").contains(word)) {
            err.println("throughline: no 'rollout " + word + "'; 'throughline rollout help' lists what there is");
            return ExitStatus.USAGE.code();
        }
        if (verb.isEmpty() || arguments.contains("--help")) {
            out.println(verb.map(Verb::help).orElseGet(Verb::helpOfAll));
            return ExitStatus.GOOD.code();
        }
        try {
            return run(CommandLine.parse(verb.get(), arguments.subList(1, arguments.size()), environment))
                    .code();
        } catch (CommandFailed failed) {
            err.println("throughline: " + failed.getMessage());
            return failed.status().code();
        }
    }

    private ExitStatus run(CommandLine line) {
        String body = body(line);
        RolloutApi api =
                new RolloutApi(line.server(), new Credentials(environment, line.user(), Credentials::askOnTerminal));
        String number = line.operands().get(0);
        if (line.verb() == Verb.PLAN) {
            return tell(line, api.post("deployments", body), ExitStatus.GOOD);
        }
        String path = "deployments/" + number;
        if (line.verb() != Verb.WATCH) {
            RolloutApi.Answer done = api.postTo(path, line.verb().word(), body);
            if (!line.waits()) {
                return tell(line, done, ExitStatus.GOOD);
            }
        }
        Progress last = watch(api, number);
        return tell(line, api.get(path), asWanted(line.verb(), last.status()));
    }

    /** Who asked for a pause or an abort has got what was wanted when it is so. */
    private static ExitStatus asWanted(Verb verb, ExitStatus end) {
        boolean wanted =
                verb == Verb.PAUSE && end == ExitStatus.PAUSED || verb == Verb.ABORT && end == ExitStatus.ABORTED;
        return wanted ? ExitStatus.GOOD : end;
    }

    private Progress watch(RolloutApi api, String number) {
        ProgressBar bar = new ProgressBar(err, terminal);
        Thread leaving = new Thread(() -> err.println("\nno longer watched; " + number + " goes on"));
        Runtime.getRuntime().addShutdownHook(leaving);
        try {
            return new Watch(api, SERVER_MAY_BE_AWAY, BEFORE_IT_IS_ASKED_AGAIN, bar::draw).follow(number);
        } finally {
            Runtime.getRuntime().removeShutdownHook(leaving);
            bar.end();
        }
    }

    private ExitStatus tell(CommandLine line, RolloutApi.Answer answer, ExitStatus status) {
        out.println(line.asJson() ? answer.text() : Progress.of(answer.object()).line());
        return status;
    }

    private static String body(CommandLine line) {
        return switch (line.verb()) {
            case PLAN ->
                "{\"release\":" + quoted(line.operands().get(0)) + ",\"plan\":"
                        + plan(line.operands().get(1)) + "}";
            case PAUSE, ABORT ->
                line.reason().map(text -> "{\"reason\":" + quoted(text) + "}").orElse("{}");
            case RETRY ->
                line.servers().isEmpty()
                        ? "{}"
                        : line.servers().stream()
                                .map(RolloutCommand::quoted)
                                .collect(Collectors.joining(",", "{\"servers\":[", "]}"));
            default -> "";
        };
    }

    private static String plan(String file) {
        try {
            String text = file.equals("-")
                    ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
                    : Files.readString(Path.of(file));
            Json.object(text);
            return text;
        } catch (IOException unreadable) {
            throw new CommandFailed(ExitStatus.USAGE, "cannot read " + file);
        } catch (BrokenProof noJson) {
            throw new CommandFailed(ExitStatus.USAGE, file + " holds no JSON object");
        }
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
            } else if (c < ' ') {
                quoted.append("\\u%04x".formatted(c));
            } else {
                quoted.append((char) c);
            }
        });
        return quoted.append('"').toString();
    }
}
