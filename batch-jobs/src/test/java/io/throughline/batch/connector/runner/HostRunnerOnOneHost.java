package io.throughline.batch.connector.runner;

import io.throughline.batch.connector.HostTarget;
import io.throughline.release.domain.packaging.PackageArchive;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** A host in a folder, once for each shell that this machine has and once without {@code timeout(1)}. */
@ParameterizedClass(name = "{0}")
@MethodSource("shells")
abstract class HostRunnerOnOneHost {

    /** @param tools whether only these tools are to be found, or null for all */
    record Shell(List<String> words, List<String> tools) {}

    private static final List<String> TOOLS_WITHOUT_TIMEOUT = List.of(
            "cat",
            "chmod",
            "cut",
            "date",
            "gzip",
            "head",
            "ln",
            "ls",
            "mkdir",
            "mv",
            "openssl",
            "printf",
            "ps",
            "readlink",
            "rm",
            "sed",
            "setsid",
            "sha256sum",
            "sh",
            "sleep",
            "sort",
            "sync",
            "tail",
            "tar",
            "test",
            "touch",
            "tr",
            "wc");

    @Parameter
    Shell shell;

    @TempDir
    Path base;

    Path host;
    LocalShell local;
    HostRunner runner;
    final HostTarget target = new HostTarget("cart-01", "127.0.0.1", 22, "deploy", List.of());

    static Stream<Named<Shell>> shells() {
        List<Named<Shell>> shells = new ArrayList<>();
        shells.add(Named.of("sh", new Shell(List.of("/bin/sh"), null)));
        shells.add(Named.of("sh without timeout", new Shell(List.of("/bin/sh"), TOOLS_WITHOUT_TIMEOUT)));
        for (String path : List.of("/bin/bash", "/bin/busybox", "/bin/dash")) {
            if (Files.isExecutable(Path.of(path)) && !isSh(path)) {
                shells.add(Named.of(
                        path,
                        new Shell(path.endsWith("busybox") ? List.of(path, "sh") : List.of(path, "--posix"), null)));
            }
        }
        return shells.stream();
    }

    private static boolean isSh(String path) {
        try {
            return Path.of(path).toRealPath().equals(Path.of("/bin/sh").toRealPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeEach
    void aHost() throws IOException {
        host = Files.createDirectories(base.resolve("host"));
        Files.writeString(host.resolve("level"), "4.2.7\n");
        Map<String, String> environment = new HashMap<>();
        environment.put("THROUGHLINE_STATE", host.resolve("state").toString());
        if (shell.tools() != null) {
            Path bin = Files.createDirectories(Path.of("target", "tools-without-timeout"));
            for (String tool : shell.tools()) {
                for (String folder : List.of("/usr/bin/", "/bin/")) {
                    if (Files.exists(Path.of(folder + tool)) && !Files.exists(bin.resolve(tool))) {
                        Files.createSymbolicLink(bin.resolve(tool), Path.of(folder + tool));
                    }
                }
            }
            environment.put("PATH", bin.toAbsolutePath().toString());
        }
        local = new LocalShell(host, shell.words(), environment);
        runner = new HostRunner(local);
    }

    PackageArchive version(String version) {
        return TestPackage.version(base, version);
    }

    PackageOrder order(PackageArchive archive, long token) {
        return new PackageOrder(archive, Map.of(), token, "DEP-000001");
    }

    RunnerReport install(PackageOrder order) {
        return runner.install(target, order).join();
    }

    CompletableFuture<RunnerReport> begin(PackageOrder order) {
        return runner.install(target, order);
    }

    String level() throws IOException {
        return Files.readString(host.resolve("level")).strip();
    }

    /** What the host itself wrote down about being changed. */
    List<String> ledger() throws IOException {
        Path ledger = host.resolve("ledger");
        return Files.exists(ledger) ? Files.readAllLines(ledger) : List.of();
    }

    void disturb(String file) throws IOException {
        Files.createFile(host.resolve(file));
    }

    void repair(String file) throws IOException {
        Files.delete(host.resolve(file));
    }
}
