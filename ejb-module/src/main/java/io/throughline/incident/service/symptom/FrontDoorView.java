package io.throughline.incident.service.symptom;

import io.throughline.incident.domain.symptom.FrontDoorSample;
import java.time.Instant;
import java.util.List;

/**
 * How a service does at its front door.
 *
 * @param minimumSuccessPercent share with which it counts as working
 * @param percent share of the newest sample; null when none was taken yet
 * @param working whether that is enough; null when none was taken yet
 * @param series the curve, oldest first
 */
public record FrontDoorView(
        String service,
        String name,
        String url,
        int minimumSuccessPercent,
        Instant at,
        Integer percent,
        Boolean working,
        List<Point> series) {

    public record Point(Instant at, int samples, int successes, int percent) {

        static Point from(FrontDoorSample sample) {
            return new Point(
                    sample.at(), sample.samples(), sample.successes(), sample.successes() * 100 / sample.samples());
        }
    }
}
