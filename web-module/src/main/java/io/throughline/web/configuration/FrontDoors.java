package io.throughline.web.configuration;

import io.throughline.incident.service.symptom.FrontDoorService;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.refusal.NotFound;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The success curves of services, read once for each request. */
@Named
@RequestScoped
public class FrontDoors {

    @Inject
    FrontDoorService doors;

    private final Map<String, Optional<Curve>> curves = new HashMap<>();

    /** Null when the service has no front door. */
    public Curve curve(String service) {
        return service == null
                ? null
                : curves.computeIfAbsent(service, this::read).orElse(null);
    }

    private Optional<Curve> read(String service) {
        try {
            return Optional.of(new Curve(doors.get(RecordNumber.parse(service), null)));
        } catch (NotFound none) {
            return Optional.empty();
        }
    }
}
