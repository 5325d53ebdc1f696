package io.throughline.incident.service.symptom;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.throughline.incident.domain.symptom.FrontDoorProbe;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpFrontDoorProbeTest {

    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer shop;

    @BeforeEach
    void openTheShop() throws IOException {
        shop = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        shop.createContext("/order", exchange -> {
            int status = asked.incrementAndGet() % 4 == 0 ? 200 : 502;
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        shop.start();
    }

    @AfterEach
    void closeTheShop() {
        shop.stop(0);
    }

    @Test
    void everySampleIsAskedAndTheOthersAreDescribed() {
        FrontDoorProbe.Reading reading =
                new HttpFrontDoorProbe().read(door(shop.getAddress().getPort(), 20));

        assertThat(asked).hasValue(20);
        assertThat(reading.successes()).isEqualTo(5);
        assertThat(reading.percent()).isEqualTo(25);
        assertThat(reading.detail()).isEqualTo("15 x status 502");
        assertThat(reading.passes(25)).isTrue();
        assertThat(reading.passes(26)).isFalse();
    }

    @Test
    void aDoorThatNobodyOpensCountsAsNoAnswer() throws IOException {
        int nobody;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = free.getLocalPort();
        }

        FrontDoorProbe.Reading reading = new HttpFrontDoorProbe().read(door(nobody, 3));

        assertThat(reading.successes()).isZero();
        assertThat(reading.detail()).isEqualTo("3 x no answer");
    }

    @Test
    void aShareIsNeverRoundedUp() {
        assertThat(new FrontDoorProbe.Reading(1000, 949, "").passes(95)).isFalse();
        assertThat(new FrontDoorProbe.Reading(1000, 950, "").passes(95)).isTrue();
        assertThat(new FrontDoorProbe.Reading(0, 0, "").passes(1)).isFalse();
    }

    private static FrontDoorProbe.Door door(int port, int samples) {
        return new FrontDoorProbe.Door("http://127.0.0.1:" + port + "/order", 200, samples, 95);
    }
}
