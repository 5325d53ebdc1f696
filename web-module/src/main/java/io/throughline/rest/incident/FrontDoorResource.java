package io.throughline.rest.incident;

import io.throughline.incident.service.symptom.FrontDoorService;
import io.throughline.incident.service.symptom.FrontDoorView;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.refusal.Invalid;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** How services do at their front doors. */
@Path("front-doors")
@Produces(MediaType.APPLICATION_JSON)
public class FrontDoorResource {

    @Inject
    FrontDoorService doors;

    /**
     * @param after only newer points of the curve
     */
    @GET
    @Path("{service}")
    public FrontDoorView get(@PathParam("service") String service, @QueryParam("after") String after) {
        return doors.get(RecordNumber.parse(RecordKind.SERVICE, "service", service), instant(after));
    }

    private static Instant instant(String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException malformed) {
            throw Invalid.field("after", "must be a time as 2026-01-31T12:00:00Z");
        }
    }
}
