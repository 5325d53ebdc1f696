package io.throughline.fleet.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.throughline.fleet.Fleet;
import io.throughline.fleet.FleetOptions;
import io.throughline.fleet.host.Fault;
import io.throughline.fleet.host.HostDescription;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrontDoorTest {

    @TempDir
    Path directory;

    private final HttpClient http = HttpClient.newHttpClient();
    private Fleet fleet;
    private FrontDoor door;

    @BeforeEach
    void twentyServersOfWhichThreeTrustTheNewAuthority() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        fleet = Fleet.open(FleetOptions.in(directory.resolve("fleet")).withPorts(0, port));
        List<HostDescription> hosts = new ArrayList<>();
        IntStream.rangeClosed(1, 20)
                .forEach(n -> hosts.add(HostDescription.named(String.format("cart-%02d", n))
                        .withServices("shopping-cart")
                        .withApplications("shopping-cart")
                        .withFiles(n <= 3 ? patched() : unpatched())));
        hosts.add(HostDescription.named("mail-01").withServices("mail"));
        fleet.add(hosts, false);
        door = fleet.open(new FrontDoorDescription("shopping-cart", null, 0, true, null, 0));
    }

    @AfterEach
    void close() throws IOException {
        fleet.close();
    }

    private static Map<String, String> unpatched() {
        return Map.of("shopping-cart/VERSION", "4.2.7\n", "shopping-cart/trust/old.pem", pem("old"));
    }

    private static Map<String, String> patched() {
        return Map.of(
                "shopping-cart/VERSION", "4.2.8\n",
                "shopping-cart/trust/old.pem", pem("old"),
                "shopping-cart/trust/new.pem", pem("new"));
    }

    private static String pem(String authority) {
        try (InputStream in = FrontDoorTest.class.getResourceAsStream("/pki/payment-ca-" + authority + ".pem")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(door.url() + path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private long placedOfTwenty(String caller) throws Exception {
        long placed = 0;
        for (int n = 0; n < 20; n++) {
            placed += get("/order?by=" + caller).statusCode() == 200 ? 1 : 0;
        }
        return placed;
    }

    @Test
    void everyOrderIsPlacedWhileTheGatewayShowsTheOldAuthority() throws Exception {
        assertThat(placedOfTwenty("check")).isEqualTo(20);
    }

    @Test
    void threeOfTwentySucceedOnceTheGatewayRenewed() throws Exception {
        placedOfTwenty("check");
        fleet.renewGateway(GatewayAuthority.NEW);

        assertThat(placedOfTwenty("check")).isEqualTo(3);
        var refused = door.place("check-4");
        assertThat(refused.placed()).isTrue();
    }

    @Test
    void aRefusedOrderSaysWhichServerAndWhy() throws Exception {
        fleet.renewGateway(GatewayAuthority.NEW);
        for (int n = 0; n < 3; n++) {
            assertThat(get("/order?by=caller").statusCode()).isEqualTo(200);
        }

        HttpResponse<String> fourth = get("/order?by=caller");

        assertThat(fourth.statusCode()).isEqualTo(502);
        assertThat(fourth.body()).contains("cart-04").contains("certificate is not trusted");
    }

    @Test
    void aServerIsCuredByTheFileThatAPatchPutsThere() throws Exception {
        fleet.renewGateway(GatewayAuthority.NEW);
        fleet.host("cart-04").directory().write("shopping-cart/trust/new.pem", pem("new"));

        assertThat(placedOfTwenty("check")).isEqualTo(4);
    }

    @Test
    void aServerThatIsDownMuteEmptyOrUnhealthyCostsItsOrders() throws Exception {
        fleet.fault("cart-01", Fault.DOWN);
        fleet.fault("cart-02", Fault.MUTE);
        fleet.fault("cart-03", Fault.VERIFY_FAILS);
        fleet.host("cart-03").directory().write("shopping-cart/VERSION", "4.2.9\n");
        fleet.host("cart-04").directory().delete("shopping-cart/VERSION");

        List<Integer> statuses = new ArrayList<>();
        for (int n = 0; n < 5; n++) {
            statuses.add(get("/order?by=check").statusCode());
        }

        assertThat(statuses).containsExactly(502, 504, 502, 502, 200);
        assertThat(get("/health").body()).contains("\"servers\":20").contains("\"answering\":18");
    }

    @Test
    void statisticsCountByServerAndTellTheRecentRate() throws Exception {
        fleet.renewGateway(GatewayAuthority.NEW);
        placedOfTwenty("check");
        placedOfTwenty("check");

        JsonNode statistics =
                JsonMapper.builder().build().readTree(get("/statistics").body());

        assertThat(statistics.get("orders").asInt()).isEqualTo(40);
        assertThat(statistics.get("placed").asInt()).isEqualTo(6);
        assertThat(statistics.get("rate").asDouble()).isEqualTo(0.15);
        assertThat(statistics.at("/servers/cart-01/placed").asInt()).isEqualTo(2);
        assertThat(statistics.get("seconds")).isNotEmpty();
    }

    @Test
    void aServiceWithoutServersSaysSo() throws Exception {
        door = fleet.open(new FrontDoorDescription("catalogue", null, 0, false, null, 0));

        HttpResponse<String> answer = get("/order");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("no server provides catalogue");
    }

    @Test
    void theDemosCertificatesOutliveTheCentury() throws Exception {
        for (String authority : List.of("old", "new")) {
            try (InputStream in = FrontDoorTest.class.getResourceAsStream("/pki/payment-ca-" + authority + ".pem")) {
                X509Certificate certificate = (X509Certificate)
                        CertificateFactory.getInstance("X.509").generateCertificate(in);
                assertThat(certificate.getNotAfter().toInstant()).isAfter(Instant.parse("2100-01-01T00:00:00Z"));
            }
        }
    }
}
