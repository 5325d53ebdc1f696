package io.throughline.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What figures were measured on and with: without it they say nothing. */
public final class Machine {

    private final Map<String, String> described = new LinkedHashMap<>();

    Machine() {
        described.put("processor", field("/proc/cpuinfo", "model name"));
        described.put("cores", String.valueOf(Runtime.getRuntime().availableProcessors()));
        described.put("memory", field("/proc/meminfo", "MemTotal"));
        described.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        described.put("java", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
        described.put("loadBefore", first("/proc/loadavg"));
    }

    /** Adds a version, a command or a size. */
    public Machine with(String name, Object value) {
        described.put(name, String.valueOf(value));
        return this;
    }

    Map<String, String> described() {
        return described;
    }

    private static String field(String file, String name) {
        try (var lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException elsewhere) {
            return "unknown";
        }
    }

    private static String first(String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException elsewhere) {
            return "unknown";
        }
    }
}
