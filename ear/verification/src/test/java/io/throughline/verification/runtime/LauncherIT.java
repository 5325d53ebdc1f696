package io.throughline.verification.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.verification.harness.ListeningSockets;
import io.throughline.verification.harness.TestDatabase;
import io.throughline.verification.harness.TestServer;
import io.throughline.verification.rest.FirstLogins;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The distribution as its user has it: copied elsewhere, with an empty home. */
class LauncherIT {

    private static final int ANSWER_WITHIN_SECONDS = 240;

    @TempDir
    Path temp;

    private Path home;
    private Path data;

    @BeforeEach
    void copyTheDistribution() throws IOException {
        home = temp.resolve("elsewhere");
        data = temp.resolve("data");
        copy(TestServer.distribution().home(), home);
    }

    @Test
    void aServerIsStartedAskedAndStoppedFromACopy() throws Exception {
        Map<String, String> port = Map.of("THROUGHLINE_PORT", String.valueOf(TestServer.freePort()));
        try (TestDatabase database = TestDatabase.start()) {
            Answer start = throughline(merge(port, database), "start");
            assertThat(start.status()).as(start.output()).isZero();
            assertThat(start.output()).contains("Throughline is ready on http://127.0.0.1:");
            // outside demo mode nobody has a password that others know
            assertThat(start.output()).contains("one-time password");
            try {
                assertThat(throughline(port, "status").status()).isZero();
                assertListensOnLoopbackOnly();
                FirstLogins.serveOnlyToChooseAnother(
                        URI.create("http://127.0.0.1:" + port.get("THROUGHLINE_PORT")),
                        Files.readString(data.resolve("one-time-password")).strip());
                assertThat(throughline(port, "start").output()).contains("runs already");
                // two processes, each with a port of its own
                assertRefused(
                        throughline(
                                merge(Map.of("THROUGHLINE_PORT", String.valueOf(TestServer.freePort())), database),
                                "serve"),
                        "data folder");
            } finally {
                assertThat(throughline(port, "stop").output()).contains("has stopped");
            }
            assertThat(throughline(port, "status").status()).isEqualTo(3);
        }
    }

    private void assertListensOnLoopbackOnly() throws IOException {
        long pid =
                Long.parseLong(Files.readString(data.resolve("throughline.pid")).split(" ")[0]);
        assertThat(ListeningSockets.of(pid))
                .isNotEmpty()
                .allMatch(socket -> socket.getAddress().isLoopbackAddress());
    }

    @Test
    void aPortInUseIsToldInOneLineAndNothingIsLeftBehind() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Answer answer = throughline(Map.of("THROUGHLINE_PORT", String.valueOf(taken.getLocalPort())), "start");

            assertRefused(answer, "Port " + taken.getLocalPort());
            assertThat(data).doesNotExist();
        }
    }

    @Test
    void aDataFolderThatCannotBeWrittenIsToldInOneLine() throws Exception {
        Files.createFile(data);

        Answer answer = throughline(Map.of("THROUGHLINE_PORT", String.valueOf(TestServer.freePort())), "start");

        assertRefused(answer, "data folder");
    }

    @Test
    void aDatabaseThatIsNotThereIsToldInOneLineAndNothingIsLeftBehind() throws Exception {
        Answer answer = throughline(
                Map.of(
                        "THROUGHLINE_PORT",
                        String.valueOf(TestServer.freePort()),
                        "THROUGHLINE_DB_URL",
                        "jdbc:postgresql://127.0.0.1:" + TestServer.freePort() + "/none"),
                "start");

        assertRefused(answer, "cannot be used");
        assertThat(data).doesNotExist();
    }

    @Test
    void aJavaThatIsTooOldIsToldInOneLine() throws Exception {
        Path java = Files.createDirectories(temp.resolve("old/bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\necho 'openjdk version \"11.0.2\" 2019-01-15' >&2\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));

        Answer answer = throughline(Map.of("JAVA_HOME", temp.resolve("old").toString()), "start");

        assertRefused(answer, "Java 17 or newer is needed");
        assertThat(data).doesNotExist();
    }

    @Test
    void aBadValueAndAnUnknownCommandAreToldInOneLine() throws Exception {
        assertRefused(throughline(Map.of("THROUGHLINE_PORT", "eighty"), "start"), "eighty");
        assertRefused(throughline(Map.of(), "begin"), "unknown command 'begin'");
    }

    private static void assertRefused(Answer answer, String said) {
        assertThat(answer.status()).isNotZero();
        assertThat(answer.output().strip().lines()).as(answer.output()).hasSize(1);
        assertThat(answer.output()).contains(said);
    }

    private record Answer(int status, String output) {}

    private Answer throughline(Map<String, String> environment, String... arguments) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                Stream.concat(Stream.of(home.resolve("bin/throughline").toString()), Stream.of(arguments))
                        .toList());
        builder.environment().clear();
        builder.environment().put("PATH", System.getenv("PATH"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment()
                .put("HOME", Files.createDirectories(temp.resolve("home")).toString());
        builder.environment().put("THROUGHLINE_DATA", data.toString());
        builder.environment().put("THROUGHLINE_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1");
        builder.environment().putAll(environment);
        File output = Files.createTempFile(temp, "output", null).toFile();
        Process process =
                builder.redirectErrorStream(true).redirectOutput(output).start();
        assertThat(process.waitFor(ANSWER_WITHIN_SECONDS, TimeUnit.SECONDS)).isTrue();
        return new Answer(process.exitValue(), Files.readString(output.toPath()));
    }

    private static Map<String, String> merge(Map<String, String> environment, TestDatabase database) {
        Map<String, String> all = new HashMap<>(environment);
        database.options().forEach((option, value) -> all.put(option.environmentVariable(), value));
        return all;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file :
                    files.filter(file -> !file.startsWith(from.resolve("data"))).toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }
}
