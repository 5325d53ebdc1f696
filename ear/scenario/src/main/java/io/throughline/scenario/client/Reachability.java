package io.throughline.scenario.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Whether Throughline can be reached, for all logins of one play: a server that was there and is gone, because somebody killed
 * it, is waited for until it is ready again. One that never was there is not.
 */
public final class Reachability {

    private static final Duration BACK_WITHIN = Duration.ofMinutes(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    /** Named by the application's own check; the bare server says "UP" too, before anything is deployed. */
    private static final String OWN_CHECK = "\"database\"";

    private final HttpClient http;
    private final URI readiness;
    private final Consumer<String> teller;
    private final Duration backWithin;
    private volatile boolean everAnswered;
    private volatile Duration away = Duration.ZERO;

    /**
     * @param server address of the server, without {@code /api/v1}
     * @param teller is told, in a line each, that the server is gone and that it is back
     */
    public Reachability(HttpClient http, URI server, Consumer<String> teller) {
        this(http, server, teller, BACK_WITHIN);
    }

    /** @param backWithin how long a server that is gone is waited for */
    Reachability(HttpClient http, URI server, Consumer<String> teller, Duration backWithin) {
        this.http = http;
        this.readiness = URI.create(server.toString().replaceAll("/+$", "") + "/health/ready");
        this.teller = teller;
        this.backWithin = backWithin;
    }

    /** Nobody waits: a connection that is lost is told at once. */
    public static Reachability unwatched(HttpClient http, URI server) {
        return new Reachability(http, server, line -> {}, Duration.ZERO);
    }

    /** How long the server has been away in all: time that nothing could be expected of it. */
    public Duration away() {
        return away;
    }

    /**
     * Whether this answer is the application's. While it is not yet deployed again, the server under it answers in its place,
     * with an error that is no JSON.
     */
    boolean isOfTheApplication(HttpResponse<?> response) {
        if (backWithin.isZero()) {
            return true;
        }
        boolean json = response.headers()
                .firstValue("Content-Type")
                .map(type -> type.contains("json"))
                .orElse(false);
        boolean ofTheApplication = response.statusCode() < 400 || json || ready();
        everAnswered |= ofTheApplication;
        return ofTheApplication;
    }

    /** Whether the connection was lost or refused; one that only takes too long is still there. */
    static boolean isLost(IOException failure) {
        return !(failure instanceof HttpTimeoutException) || failure instanceof HttpConnectTimeoutException;
    }

    /**
     * Waits until the server is ready again.
     *
     * @return false if it never was there, or did not come back in time
     */
    synchronized boolean awaitReturn() {
        if (!everAnswered || backWithin.isZero()) {
            return false;
        }
        if (ready()) {
            return true;
        }
        teller.accept("the server is gone; waiting until it is ready again");
        long began = System.nanoTime();
        boolean back = false;
        while (!back && System.nanoTime() - began < backWithin.toNanos() && pause()) {
            back = ready();
        }
        Duration gone = Duration.ofNanos(System.nanoTime() - began);
        away = away.plus(gone);
        teller.accept(back ? "the server is back after " + gone.toSeconds() + " s" : "the server did not come back");
        return back;
    }

    private boolean ready() {
        try {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(readiness)
                            .timeout(Duration.ofSeconds(5))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 && answer.body().contains(OWN_CHECK);
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean pause() {
        try {
            TimeUnit.NANOSECONDS.sleep(BETWEEN_LOOKS.toNanos());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
