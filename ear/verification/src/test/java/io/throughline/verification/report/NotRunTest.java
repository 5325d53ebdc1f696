package io.throughline.verification.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotRunTest {

    private static final String REPORT = """
            <testsuite><testcase name="opens" classname="PortalIT"><skipped message="Assumption failed: there is no \
            browser" type="x"/></testcase><testcase name="counts" classname="PortalIT"/></testsuite>""";

    @TempDir
    Path root;

    @Test
    void aSkippedTestIsNamedWithItsReason() throws IOException {
        report();

        assertThat(NotRun.read(root, Instant.EPOCH)).containsExactly("PortalIT.opens: there is no browser");
    }

    @Test
    void reportsOfEarlierBuildsDoNotCount() throws IOException {
        report();

        assertThat(NotRun.read(root, Instant.parse("2200-01-01T00:00:00Z"))).isEmpty();
    }

    @Test
    void aGroupThatIsLeftOutIsNamedWithWhoRunsIt() {
        assertThat(NotRun.leftOut("plays"))
                .hasValueSatisfying(
                        line -> assertThat(line).contains("ShippedScenariosIT").contains(".ci/run"));
        assertThat(NotRun.leftOut("none")).isEmpty();
    }

    private void report() throws IOException {
        Path folder = Files.createDirectories(root.resolve("module/target/surefire-reports"));
        Files.writeString(folder.resolve("TEST-PortalIT.xml"), REPORT);
    }
}
