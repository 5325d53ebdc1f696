package io.throughline.bench.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What another Java process holds alive on its heap. */
public final class Heap {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    private final long pid;

    public Heap(long pid) {
        this.pid = pid;
    }

    /** Bytes after a full collection. */
    public long live() {
        jcmd("GC.run");
        Matcher used = USED.matcher(jcmd("GC.heap_info"));
        if (!used.find()) {
            throw new IllegalStateException("the process " + pid + " does not tell its heap");
        }
        return Long.parseLong(used.group(1)) * 1_024;
    }

    private String jcmd(String command) {
        String binary = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        return Shell.run(LIMIT, binary, String.valueOf(pid), command)
                .orFail("jcmd " + command)
                .output();
    }
}
