package io.throughline.fleet.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.fleet.FleetFixture;
import io.throughline.fleet.frontdoor.GatewayAuthority;
import io.throughline.fleet.host.Fault;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlServerTest {

    @TempDir
    Path directory;

    private final HttpClient http = HttpClient.newHttpClient();
    private FleetFixture fixture;
    private ControlServer control;

    @BeforeEach
    void aFleetUnderControl() throws Exception {
        fixture = new FleetFixture(directory);
        control = new ControlServer(fixture.fleet(), 0, "secret");
        ask(
                "PUT",
                "/fleet/hosts",
                "[{\"name\":\"web-01\",\"services\":[\"web\"],\"files\":{\"web/VERSION\":\"1\\n\"}}]");
    }

    @AfterEach
    void close() throws Exception {
        control.close();
        fixture.close();
    }

    private HttpResponse<String> ask(String method, String path, String body) throws Exception {
        return ask(method, path, body, "secret");
    }

    private HttpResponse<String> ask(String method, String path, String body, String token) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(control.url() + path))
                        .header("Authorization", "Bearer " + token)
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void tellsWhereHostsAreAndWhichKeyTheyHave() throws Exception {
        String fleet = ask("GET", "/fleet", "").body();

        assertThat(fleet)
                .contains("\"name\":\"web-01\"")
                .contains(fixture.fleet().host("web-01").publicKey())
                .contains("\"fault\":\"none\"");
    }

    @Test
    void breaksAndRepairsAHost() throws Exception {
        assertThat(ask("PUT", "/fleet/hosts/web-01/fault", "{\"fault\":\"slow\",\"delaySeconds\":0.5}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(fixture.fleet().host("web-01").fault()).isEqualTo(Fault.SLOW);
        assertThat(fixture.fleet().host("web-01").delay()).hasMillis(500);

        assertThat(ask("DELETE", "/fleet/hosts/web-01/fault", "").statusCode()).isEqualTo(204);
        assertThat(fixture.fleet().host("web-01").fault()).isEqualTo(Fault.NONE);
    }

    @Test
    void readsEditsAndDeletesAFile() throws Exception {
        assertThat(ask("GET", "/fleet/hosts/web-01/files/web/VERSION", "").body())
                .isEqualTo("{\"text\":\"1\\n\"}");

        ask("PUT", "/fleet/hosts/web-01/files/web/VERSION", "2\n");
        assertThat(fixture.fleet().host("web-01").version("web")).contains("2");

        ask("DELETE", "/fleet/hosts/web-01/files/web/VERSION", "");
        assertThat(ask("GET", "/fleet/hosts/web-01/files/web/VERSION", "").statusCode())
                .isEqualTo(404);
    }

    @Test
    void opensAFrontDoorAndRenewsTheGateway() throws Exception {
        assertThat(ask("PUT", "/fleet/front-doors", "{\"service\":\"web\",\"port\":0}")
                        .body())
                .contains("http://127.0.0.1:");
        assertThat(ask("PUT", "/fleet/gateway", "{\"authority\":\"new\"}").statusCode())
                .isEqualTo(204);
        assertThat(fixture.fleet().gatewayAuthority()).isEqualTo(GatewayAuthority.NEW);
    }

    @Test
    void takesHostsAway() throws Exception {
        ask("PUT", "/fleet/hosts", "[{\"name\":\"web-02\"}]");
        assertThat(ask("DELETE", "/fleet/hosts/web-01", "").statusCode()).isEqualTo(204);
        assertThat(fixture.fleet().hosts()).extracting(host -> host.name()).containsExactly("web-02");
        assertThat(ask("DELETE", "/fleet", "").statusCode()).isEqualTo(204);
        assertThat(fixture.fleet().hosts()).isEmpty();
    }

    @Test
    void refusesWithAReason() throws Exception {
        assertThat(ask("GET", "/fleet", "", "guess").statusCode()).isEqualTo(401);
        assertThat(ask("PUT", "/fleet/hosts", "[{\"nam\":1}]").statusCode()).isEqualTo(400);
        assertThat(ask("PUT", "/fleet/hosts", "[{\"name\":\"../x\"}]").body()).contains("is no name for a host");
        assertThat(ask("PUT", "/fleet/hosts/web-01/fault", "{\"fault\":\"bent\"}")
                        .body())
                .contains("wrong-host-key");
        assertThat(ask("PUT", "/fleet/hosts/nobody/fault", "{\"fault\":\"down\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(ask("PUT", "/fleet/hosts/web-01/files/../../x", "x").statusCode())
                .isEqualTo(400);
        assertThat(ask("POST", "/fleet", "").statusCode()).isEqualTo(405);
        assertThat(ask("GET", "/elsewhere", "").statusCode()).isEqualTo(404);
        assertThat(ask("PUT", "/fleet/accounts/deploy/authorized-keys", "no key")
                        .statusCode())
                .isEqualTo(400);
        assertThat(ask("PUT", "/fleet/accounts/root/authorized-keys", "").statusCode())
                .isEqualTo(404);
    }
}
