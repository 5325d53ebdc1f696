package io.throughline.configuration.domain;

import io.throughline.kernel.domain.HttpAddress;
import io.throughline.kernel.domain.refusal.Invalid;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.ArrayList;
import java.util.List;

/**
 * Where callers meet a service, and how to tell that it works there: ask some times, and expect a share of good
 * answers.
 */
@Embeddable
public class FrontDoor {

    public static final int MAX_SAMPLES = 1000;

    @Column(name = "front_door_url")
    private String url;

    @Column(name = "front_door_status")
    private Integer expectStatus;

    @Column(name = "front_door_samples")
    private Integer samples;

    @Column(name = "front_door_percent")
    private Integer minimumSuccessPercent;

    protected FrontDoor() {}

    /**
     * @param url HTTP or HTTPS address
     * @param expectStatus HTTP status of a good answer
     * @param samples how many times one check asks, 1 to 1000
     * @param minimumSuccessPercent share of good answers with which the service counts as working, 1 to 100
     */
    public FrontDoor(String url, int expectStatus, int samples, int minimumSuccessPercent) {
        List<Invalid.FieldError> errors = new ArrayList<>();
        if (!HttpAddress.isAllowed(url)) {
            errors.add(new Invalid.FieldError("frontDoor.url", HttpAddress.ALLOWED));
        }
        demand(errors, "frontDoor.expectStatus", expectStatus, 100, 599);
        demand(errors, "frontDoor.samples", samples, 1, MAX_SAMPLES);
        demand(errors, "frontDoor.minimumSuccessPercent", minimumSuccessPercent, 1, 100);
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
        this.url = url;
        this.expectStatus = expectStatus;
        this.samples = samples;
        this.minimumSuccessPercent = minimumSuccessPercent;
    }

    private static void demand(List<Invalid.FieldError> errors, String field, int value, int least, int most) {
        if (value < least || value > most) {
            errors.add(new Invalid.FieldError(field, "must be from " + least + " to " + most));
        }
    }

    public String url() {
        return url;
    }

    public int expectStatus() {
        return expectStatus;
    }

    public int samples() {
        return samples;
    }

    public int minimumSuccessPercent() {
        return minimumSuccessPercent;
    }
}
