package io.throughline.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks a server whether it is ready: what people and probes see, not what the application server believes. */
public final class Readiness {

    /** Named by the application's own check; the bare server answers "UP" too, before anything is deployed. */
    private static final String OWN_CHECK = "\"database\"";

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final URI readiness;

    public Readiness(URI server) {
        this.readiness = server.resolve("/health/ready");
    }

    public boolean ready() {
        HttpRequest request =
                HttpRequest.newBuilder(readiness).timeout(Duration.ofSeconds(5)).build();
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 && answer.body().contains(OWN_CHECK);
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** @return whether the server became ready within the time, asked while {@code alive} says that it may */
    public boolean await(Duration time, java.util.function.BooleanSupplier alive) {
        long deadline = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < deadline && alive.getAsBoolean()) {
            if (ready()) {
                return true;
            }
            try {
                Thread.sleep(200);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return false;
    }
}
