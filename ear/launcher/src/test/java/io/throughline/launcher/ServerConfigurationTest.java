package io.throughline.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerConfigurationTest {

    private static ServerConfiguration resolve(String... arguments) {
        return ServerConfiguration.resolve(List.of(arguments), new Properties(), Map.of());
    }

    @Test
    void aFlagWinsOverAPropertyAndThatOverTheEnvironment() {
        Properties properties = new Properties();
        properties.setProperty("throughline.port", "2");
        properties.setProperty("throughline.host", "127.0.0.2");
        Map<String, String> environment =
                Map.of("THROUGHLINE_PORT", "3", "THROUGHLINE_HOST", "127.0.0.3", "THROUGHLINE_SMTP_PORT", "2525");

        ServerConfiguration configuration =
                ServerConfiguration.resolve(List.of("--port", "1"), properties, environment);

        assertThat(configuration.port()).isEqualTo(1);
        assertThat(configuration.host()).isEqualTo("127.0.0.2");
        assertThat(configuration.get(ServerOption.SMTP_PORT)).isEqualTo("2525");
    }

    @Test
    void anEmptyVariableCountsAsNotSet() {
        ServerConfiguration configuration =
                ServerConfiguration.resolve(List.of(), new Properties(), Map.of("THROUGHLINE_PORT", ""));

        assertThat(configuration.port()).isEqualTo(8080);
    }

    @Test
    void derbyLiesInTheDataFolderUnlessADatabaseIsNamed() {
        assertThat(resolve("--data=/d").databaseUrl()).isEqualTo("jdbc:derby:/d/database");
        assertThat(resolve("--data=/d").serverProperties())
                .containsEntry("throughline.db.driver", "org.apache.derby.iapi.jdbc.AutoloadedDriver");
        assertThat(resolve("--db-url=jdbc:postgresql://h/d").serverProperties())
                .containsEntry("throughline.db.driver", "org.postgresql.Driver")
                .containsEntry("throughline.db.url", "jdbc:postgresql://h/d");
    }

    @Test
    void aServerThatListensOnAllAddressesIsReachedByTheLoopback() {
        assertThat(resolve("--host=0.0.0.0", "--port=81").localUrl()).hasToString("http://127.0.0.1:81");
    }

    @ParameterizedTest
    @CsvSource({
        "--port=0, 1 to 65535",
        "--port=65536, 1 to 65535",
        "--port=eight, 1 to 65535",
        "--host=no.such.host.invalid, no such address",
        "--db-url=jdbc:mysql://h/d, jdbc:postgresql:",
        "--demo=yes, one of true",
        "--memory=much, 1g",
        "--smtp-tls=ssl, one of off",
        "--public-url=example.org, http",
        "--outbox-patience=long, 1 to 86400",
        "--audit-anchor-seconds=0, 1 to 86400",
        "--password-rounds=9999, 10000 to",
        "--edition=latest, one of earlier",
        "--change-emergency-one-assessor=no, one of true",
        "--change-second-within=30m, PT30M",
        "--change-link-life=PT0S, longer than nothing",
        "--change-emergency-window=-PT1H, longer than nothing",
        "--audit-syslog=udp://localhost:514, tcp://HOST:PORT",
        "--audit-anchors=ftp://x, file:FOLDER",
        "--colour=red, Unknown option --colour",
        "--port, needs a value"
    })
    void aBadOptionIsRefusedInOneLineThatSaysWhatIsWanted(String argument, String said) {
        assertThatThrownBy(() -> resolve(argument))
                .isInstanceOf(LaunchRefused.class)
                .hasMessageContaining(said)
                .message()
                .doesNotContain("\n");
    }

    @Test
    void aPasswordIsNeverRepeatedInAMessage() {
        assertThat(ServerOption.DB_PASSWORD.secret()).isTrue();
        assertThat(ServerOption.SMTP_PASSWORD.secret()).isTrue();
    }

    @Test
    void anOldJavaIsRefusedWithItsVersion() {
        assertThatThrownBy(() -> StartChecks.checkJava(11))
                .hasMessageContaining("17")
                .hasMessageContaining("11");
    }

    @Test
    void aDemonstrationThatOthersCanReachIsWarnedOf() {
        assertThat(resolve("--demo", "true", "--host", "0.0.0.0").warning()).isPresent();
        assertThat(resolve("--demo", "true").warning()).isEmpty();
        assertThat(resolve("--host", "0.0.0.0").warning()).isEmpty();
    }
}
