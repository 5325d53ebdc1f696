package io.throughline.bench.simulated;

import io.throughline.batch.connector.HostAnswer;
import io.throughline.batch.connector.HostCommand;
import io.throughline.batch.connector.HostConnector;
import io.throughline.batch.connector.HostTarget;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hosts that cost nothing: each answers after the same short time as a host would that does what it is told. What is
 * measured with it is the engine alone. Part of the benchmark's own application, never of the product.
 */
public final class SimulatedConnector implements HostConnector {

    private static final String FIRST_LEVEL = "1.0";
    private static final long ANSWERS_AFTER_MILLIS = 20;
    private static final int ARGUMENTS = 2_000;
    private static final Pattern ORDER = Pattern.compile("\\b(install|verify|rollback) product=(\\S+) version=(\\S+)");

    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, "simulated-hosts");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, String> levels = new ConcurrentHashMap<>();
    private final Map<String, String> before = new ConcurrentHashMap<>();

    /** What a host is told. */
    private record Order(String verb, String version) {

        static Order of(String line) {
            Matcher found = ORDER.matcher(line.substring(Math.max(0, line.length() - ARGUMENTS)));
            return found.find() ? new Order(found.group(1), found.group(3)) : new Order("level", "");
        }
    }

    @Override
    public CompletableFuture<HostAnswer> execute(HostTarget target, HostCommand command) {
        CompletableFuture<HostAnswer> answer = new CompletableFuture<>();
        Order order = Order.of(command.line());
        clock.schedule(
                () -> answer.complete(new HostAnswer.Answered(
                        0, said(target.address(), order), "", Duration.ofMillis(ANSWERS_AFTER_MILLIS))),
                ANSWERS_AFTER_MILLIS,
                TimeUnit.MILLISECONDS);
        return answer;
    }

    private String said(String host, Order order) {
        String level = levels.getOrDefault(host, FIRST_LEVEL);
        return switch (order.verb()) {
            case "install" -> {
                before.put(host, level);
                levels.put(host, order.version());
                yield changed(level.equals(order.version()) ? "UP_TO_DATE" : "APPLIED", level, order.version());
            }
            case "verify" ->
                changed(
                        level.equals(order.version()) ? "APPLIED" : "NOT_APPLIED",
                        before.getOrDefault(host, FIRST_LEVEL),
                        level);
            case "rollback" -> {
                String former = before.getOrDefault(host, FIRST_LEVEL);
                levels.put(host, former);
                yield changed("ROLLED_BACK", former, former);
            }
            default -> """

                    throughline-output: level
                    |%s
                    throughline-answer: protocol=1
                    throughline-answer: exit=0
                    throughline-answer: end=1
                    """.formatted(level);
        };
    }

    private static String changed(String result, String before, String level) {
        return """

                throughline-answer: protocol=1
                throughline-output: install
                |Installed
                throughline-answer: result=%s
                throughline-answer: before=%s
                throughline-answer: level=%s
                throughline-answer: phase=verified
                throughline-answer: changed=yes
                throughline-answer: repeated=no
                throughline-answer: resumed=no
                throughline-answer: end=1
                """.formatted(result, before, level);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
