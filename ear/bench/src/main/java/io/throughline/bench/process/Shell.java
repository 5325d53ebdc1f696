package io.throughline.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs commands and tells how long they took and how much processor time they and all their children used. */
public final class Shell {

    /**
     * @param seconds from start to end
     * @param cpuSeconds of the command with its children, user and system
     */
    public record Ran(int exit, double seconds, double cpuSeconds, String output) {

        /** @throws IllegalStateException when it did not end with 0 */
        public Ran orFail(String what) {
            if (exit != 0) {
                throw new IllegalStateException(what + " ended with " + exit + ":\n" + end(output));
            }
            return this;
        }

        private static String end(String text) {
            return text.substring(Math.max(0, text.length() - 4_000));
        }
    }

    /** The shell's own word for it; its second line is that of its children. */
    private static final String TIMED = "\"$@\" >\"$OUT\" 2>&1; code=$?; times >\"$OUT.times\"; exit $code";

    private static final Pattern TIME = Pattern.compile("(\\d+)m([0-9.]+)s");

    private Shell() {}

    public static Ran run(Duration limit, String... command) {
        return run(limit, Map.of(), List.of(command));
    }

    public static Ran run(Duration limit, Map<String, String> environment, List<String> command) {
        List<String> timed = new ArrayList<>(List.of("/bin/sh", "-c", TIMED, "sh"));
        timed.addAll(command);
        try {
            Path out = Files.createTempFile("throughline-bench", ".out");
            try {
                ProcessBuilder builder = new ProcessBuilder(timed);
                builder.environment().putAll(environment);
                builder.environment().put("OUT", out.toString());
                builder.redirectInput(Path.of("/dev/null").toFile());
                long begun = System.nanoTime();
                Process process = builder.start();
                if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
                    process.descendants().forEach(ProcessHandle::destroyForcibly);
                    process.destroyForcibly();
                    throw new IllegalStateException(command.get(0) + " did not end within " + limit);
                }
                double seconds = (System.nanoTime() - begun) / 1e9;
                return new Ran(process.exitValue(), seconds, children(out), Files.readString(out));
            } finally {
                Files.deleteIfExists(out);
                Files.deleteIfExists(times(out));
            }
        } catch (IOException failed) {
            throw new IllegalStateException(command.get(0) + " cannot be run: " + failed.getMessage(), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static Path times(Path out) {
        return out.resolveSibling(out.getFileName() + ".times");
    }

    private static double children(Path out) throws IOException {
        List<String> lines = Files.readAllLines(times(out));
        double seconds = 0;
        Matcher time = TIME.matcher(lines.get(1));
        while (time.find()) {
            seconds += 60 * Integer.parseInt(time.group(1)) + Double.parseDouble(time.group(2));
        }
        return seconds;
    }
}
