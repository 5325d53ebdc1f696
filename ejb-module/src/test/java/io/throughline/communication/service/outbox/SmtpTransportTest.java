package io.throughline.communication.service.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.throughline.kernel.domain.RecordKind;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SmtpTransportTest {

    private static final OutgoingMail MAIL = new OutgoingMail(
            RecordKind.MESSAGE.number(12),
            "<MSG-000012.abc@throughline>",
            Instant.parse("2026-03-02T09:00:00Z"),
            "Zoë Caller",
            "zoe@example.org",
            "CON-000007: it works again",
            "Hello Zoë,\n\nit works again.");

    @Test
    void aMessageArrivesWithTheIdThatItWasGivenWhenWritten() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            SmtpTransport transport = transport(server.getSmtp().getPort());

            assertThat(transport.send(MAIL)).isEqualTo(Delivery.taken());
            assertThat(transport.send(MAIL)).isEqualTo(Delivery.taken());

            MimeMessage[] received = server.getReceivedMessages();
            assertThat(received).hasSize(2).allSatisfy(message -> {
                assertThat(message.getMessageID()).isEqualTo("<MSG-000012.abc@throughline>");
                assertThat(message.getSubject()).isEqualTo("CON-000007: it works again");
                assertThat(message.getContent().toString()).startsWith("Hello Zoë,");
                assertThat(message.getFrom()[0].toString()).isEqualTo("desk@example.org");
            });
        } finally {
            server.stop();
        }
    }

    @Test
    void aServerThatIsNotThereIsTriedAgainLater() throws IOException {
        int nobody;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = free.getLocalPort();
        }

        assertThat(transport(nobody).send(MAIL).kind()).isEqualTo(Delivery.Kind.POSTPONED);
    }

    @Test
    void anAddressThatCannotBeIsNotTriedAgain() {
        OutgoingMail malformed =
                new OutgoingMail(MAIL.number(), MAIL.messageId(), MAIL.writtenAt(), "X", "no address at all", "s", "b");

        assertThat(transport(1).send(malformed).kind()).isEqualTo(Delivery.Kind.REFUSED);
    }

    @Test
    void anAddressThatTheServerRefusesForGoodIsNotTriedAgain() throws IOException {
        try (ScriptedServer server = new ScriptedServer("RCPT", "550 no such user")) {
            assertThat(transport(server.port()).send(MAIL).kind()).isEqualTo(Delivery.Kind.REFUSED);
        }
    }

    @Test
    void aServerThatIsBusyIsTriedAgainLater() throws IOException {
        try (ScriptedServer server = new ScriptedServer("RCPT", "451 greylisted")) {
            assertThat(transport(server.port()).send(MAIL).kind()).isEqualTo(Delivery.Kind.POSTPONED);
        }
    }

    @Test
    void aConnectionThatBreaksAfterTheTextLeavesItInDoubt() throws IOException {
        try (ScriptedServer server = new ScriptedServer(".", null)) {
            assertThat(transport(server.port()).send(MAIL).kind()).isEqualTo(Delivery.Kind.UNKNOWN);
        }
    }

    private static SmtpTransport transport(int port) {
        return new SmtpTransport(new SmtpSettings("127.0.0.1", port, null, null, "off", "desk@example.org"));
    }

    /** Takes everything but one command, which it answers as told, or with hanging up. */
    private static final class ScriptedServer implements AutoCloseable {

        private final ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        private final String command;
        private final String answer;

        ScriptedServer(String command, String answer) throws IOException {
            this.command = command;
            this.answer = answer;
            CompletableFuture.runAsync(this::serve);
        }

        int port() {
            return socket.getLocalPort();
        }

        private void serve() {
            try (Socket client = socket.accept()) {
                InputStream in = client.getInputStream();
                say(client, "220 ready");
                boolean text = false;
                for (String line = read(in); line != null; line = read(in)) {
                    if (line.startsWith(command)) {
                        if (answer == null) {
                            return;
                        }
                        say(client, answer);
                    } else if (text) {
                        text = !line.equals(".");
                    } else {
                        text = line.equals("DATA");
                        say(client, text ? "354 go on" : "250 ok");
                    }
                }
            } catch (IOException closed) {
                throw new IllegalStateException(closed);
            }
        }

        private static void say(Socket client, String line) throws IOException {
            client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        }

        private static String read(InputStream in) throws IOException {
            StringBuilder line = new StringBuilder();
            for (int c = in.read(); c >= 0; c = in.read()) {
                if (c == '\n') {
                    return line.toString();
                }
                if (c != '\r') {
                    line.append((char) c);
                }
            }
            return null;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
