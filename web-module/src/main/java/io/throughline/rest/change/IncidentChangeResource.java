package io.throughline.rest.change;

import io.throughline.change.service.ChangeView;
import io.throughline.change.service.IncidentChangeService;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.rest.support.Answers;
import io.throughline.rest.support.IfMatch;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** The change that is to settle an incident. */
@Path("incidents")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class IncidentChangeResource {

    @Inject
    IncidentChangeService changes;

    @Context
    UriInfo uri;

    /** Raises it; the incident's resolution is planned from then on. */
    @POST
    @Path("{number}/change")
    @APIResponseSchema(value = ChangeView.class, responseCode = "201")
    public Response raise(
            @PathParam("number") String number,
            @HeaderParam("If-Match") String match,
            IncidentChangeService.Raise body) {
        ChangeView raised =
                changes.raise(RecordNumber.parse(RecordKind.INCIDENT, "number", number), IfMatch.version(match), body);
        return Answers.createdIn(uri, RecordKind.CHANGE.collection(), raised.number(), raised.version(), raised);
    }
}
