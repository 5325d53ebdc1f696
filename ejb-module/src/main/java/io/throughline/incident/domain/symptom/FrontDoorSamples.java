package io.throughline.incident.domain.symptom;

import java.time.Instant;
import java.util.List;

/** The curves of the services. */
public interface FrontDoorSamples {

    void add(FrontDoorSample sample);

    /**
     * @param after only newer ones, or null
     * @return the newest, oldest of them first
     */
    List<FrontDoorSample> series(String service, Instant after, int most);

    /** Forgets all but the newest. */
    void keepNewest(String service, int most);
}
