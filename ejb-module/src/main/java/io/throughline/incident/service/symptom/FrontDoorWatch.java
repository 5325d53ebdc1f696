package io.throughline.incident.service.symptom;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Which services are to be sampled closely for a while, because something is being changed in them on this node. */
@ApplicationScoped
public class FrontDoorWatch {

    private static final Duration LONGEST = Duration.ofHours(4);

    private final Map<String, Long> since = new ConcurrentHashMap<>();

    /**
     * @param service number of the service
     */
    public void begin(String service) {
        since.put(service, System.nanoTime());
    }

    public void end(String service) {
        since.remove(service);
    }

    Set<String> services() {
        long now = System.nanoTime();
        since.values().removeIf(begun -> now - begun > LONGEST.toNanos());
        return new TreeSet<>(since.keySet());
    }
}
