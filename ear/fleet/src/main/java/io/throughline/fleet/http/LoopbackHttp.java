package io.throughline.fleet.http;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A JDK HTTP server on the loopback interface with a few threads of its own. */
public final class LoopbackHttp implements AutoCloseable {

    private static final int BACKLOG = 256;

    static {
        // Without it the JDK's HTTP server holds small answers back for 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads;

    /**
     * @param port 0 for a free one
     * @param name what the server is, for threads and refusals
     * @throws IOException in one readable line, if the port cannot be had
     */
    public LoopbackHttp(int port, String name, int threads) throws IOException {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
        } catch (IOException e) {
            throw new IOException(name + " cannot listen on port " + port + ": " + e.getMessage(), e);
        }
        this.threads = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(this.threads);
    }

    /** Answers what is asked below a path. */
    public LoopbackHttp at(String path, HttpHandler handler) {
        server.createContext(path, handler);
        return this;
    }

    public LoopbackHttp start() {
        server.start();
        return this;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public String url() {
        return "http://" + server.getAddress().getAddress().getHostAddress() + ':' + port();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
