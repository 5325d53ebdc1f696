package io.throughline.verification.communication;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A mail server that takes every message and may hold back its last word: then nobody knows whether it has it. */
final class HoldingMailServer implements AutoCloseable {

    private final ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final List<String> messageIds = new CopyOnWriteArrayList<>();
    private final CountDownLatch released = new CountDownLatch(1);

    HoldingMailServer() throws IOException {
        Thread listener = new Thread(this::listen, "mail server");
        listener.setDaemon(true);
        listener.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Message-IDs of all texts that came in, in order. */
    List<String> messageIds() {
        return List.copyOf(messageIds);
    }

    /** From now on every message is confirmed. */
    void release() {
        released.countDown();
    }

    private void listen() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Thread conversation = new Thread(() -> talk(client), "mail conversation");
                conversation.setDaemon(true);
                conversation.start();
            } catch (SocketException closed) {
                return;
            } catch (IOException broken) {
                throw new IllegalStateException(broken);
            }
        }
    }

    private void talk(Socket client) {
        try (client;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))) {
            say(client, "220 ready");
            for (String line = in.readLine(); line != null && !line.equals("QUIT"); line = in.readLine()) {
                if (line.equals("DATA")) {
                    say(client, "354 go on");
                    messageIds.add(text(in));
                    released.await();
                }
                say(client, "250 ok");
            }
        } catch (SocketException clientGone) {
            return;
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static String text(BufferedReader in) throws IOException {
        String id = "";
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            if (line.startsWith("Message-ID:")) {
                id = line.substring("Message-ID:".length()).strip();
            }
        }
        return id;
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
