package io.throughline.batch.diagnosis;

import io.throughline.batch.connector.HostTarget;
import io.throughline.batch.connector.runner.HostRunner;
import io.throughline.batch.connector.runner.Observation;
import io.throughline.configuration.service.ServerView;
import io.throughline.incident.domain.diagnosis.Answer;
import io.throughline.incident.domain.diagnosis.Reach;
import io.throughline.procedure.domain.ProbeText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Asks one server after the other probe. A server that cannot be reached is not asked again for the probes that remain:
 * what it is, is what it answers to all of them.
 */
final class ProbeRound {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final HostRunner runner;
    private final List<ProbeText> probes;
    private final Map<String, String> values;
    private final Function<ServerView, Optional<HostTarget>> login;

    /** @param values what the probes take, by name */
    ProbeRound(
            HostRunner runner,
            List<ProbeText> probes,
            Map<String, String> values,
            Function<ServerView, Optional<HostTarget>> login) {
        this.runner = runner;
        this.probes = probes;
        this.values = values;
        this.login = login;
    }

    /** All answers of a server, one for each probe. */
    CompletableFuture<List<Answer>> ask(ServerView server) {
        Optional<HostTarget> host = login.apply(server);
        if (host.isEmpty()) {
            return CompletableFuture.completedFuture(silence(
                    server, 0, Reach.UNREACHABLE, "cannot be reached: its record has no address or no probe login", 0));
        }
        return ask(server, host.get(), 0, new ArrayList<>());
    }

    private CompletableFuture<List<Answer>> ask(ServerView server, HostTarget host, int next, List<Answer> answers) {
        if (next == probes.size()) {
            return CompletableFuture.completedFuture(answers);
        }
        ProbeText probe = probes.get(next);
        return runner.probe(host, probe.command(), probe.resolveOwn(values), LIMIT)
                .thenCompose(seen -> {
                    if (seen.kind() == Observation.Kind.UNREACHABLE || seen.kind() == Observation.Kind.QUARANTINED) {
                        answers.addAll(silence(
                                server,
                                next,
                                reach(seen),
                                finding(seen),
                                seen.duration().toMillis()));
                        return CompletableFuture.completedFuture(answers);
                    }
                    answers.add(answer(server, probe, seen));
                    return ask(server, host, next + 1, answers);
                });
    }

    private static Answer answer(ServerView server, ProbeText probe, Observation seen) {
        long millis = seen.duration().toMillis();
        if (seen.kind() != Observation.Kind.ANSWERED) {
            return new Answer(
                    server.number(), probe.name(), reach(seen), null, seen.output(), finding(seen), false, millis);
        }
        ProbeText.Judgement judgement = probe.judge(seen.exit(), seen.output());
        return new Answer(
                server.number(),
                probe.name(),
                Reach.ANSWERED,
                seen.exit(),
                seen.output(),
                judgement.finding(),
                judgement.passing(),
                millis);
    }

    private List<Answer> silence(ServerView server, int from, Reach reach, String finding, long millis) {
        return probes.subList(from, probes.size()).stream()
                .map(probe -> new Answer(server.number(), probe.name(), reach, null, null, finding, false, millis))
                .toList();
    }

    private static Reach reach(Observation seen) {
        return switch (seen.kind()) {
            case ANSWERED -> Reach.ANSWERED;
            case UNREACHABLE -> Reach.UNREACHABLE;
            case QUARANTINED -> Reach.QUARANTINED;
            case TIMED_OUT, NO_ANSWER -> Reach.MUTE;
        };
    }

    private static String finding(Observation seen) {
        String what = switch (seen.kind()) {
            case ANSWERED -> "answered";
            case UNREACHABLE -> "cannot be reached";
            case QUARANTINED -> "shows another host key";
            case TIMED_OUT, NO_ANSWER -> "gives no answer";
        };
        return what + ": " + seen.reason();
    }
}
