package io.throughline.audit.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SyslogFeedTest {

    @Test
    void sendsAllAndWaitsUntilTheOtherSideHasTakenThem() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<String> taken = CompletableFuture.supplyAsync(() -> {
                try (Socket socket = server.accept()) {
                    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });

            new SyslogFeed("tcp://127.0.0.1:" + server.getLocalPort(), "host").send(List.of(event(1), event(2)));

            assertThat(taken.get(60, TimeUnit.SECONDS)).contains("index=\"1\"").contains("index=\"2\"");
        }
    }

    @Test
    void saysWhenNobodyTakesThem() throws Exception {
        int port;
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = server.getLocalPort();
        }
        assertThatThrownBy(() -> new SyslogFeed("tcp://127.0.0.1:" + port, "host").send(List.of(event(1))))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> new SyslogFeed("udp://127.0.0.1:514", "host"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static SealedEvent event(long index) {
        return new SealedEvent("throughline/test", index, Instant.EPOCH, "PER-000001", "a.b", null, "{}", "");
    }
}
