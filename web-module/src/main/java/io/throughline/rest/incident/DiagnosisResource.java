package io.throughline.rest.incident;

import io.throughline.incident.service.diagnosis.DiagnosisJobs;
import io.throughline.incident.service.diagnosis.DiagnosisJobs.Asked;
import io.throughline.incident.service.diagnosis.DiagnosisReader;
import io.throughline.incident.service.diagnosis.DiagnosisView;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Having servers asked for an incident, and what they answered. */
@Path("incidents")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DiagnosisResource {

    @Inject
    DiagnosisJobs jobs;

    @Inject
    DiagnosisReader answers;

    @Context
    UriInfo uri;

    @POST
    @Path("{number}/diagnosis-jobs")
    @APIResponseSchema(value = Asked.class, responseCode = "201")
    public Response ask(@PathParam("number") String number, DiagnosisJobs.Ask body) {
        DiagnosisJobs.Asked asked = jobs.request(incident(number), body);
        return Response.created(
                        uri.getBaseUriBuilder().path("jobs").path(asked.job()).build())
                .entity(asked)
                .build();
    }

    @GET
    @Path("{number}/diagnosis")
    public DiagnosisView get(@PathParam("number") String number) {
        return answers.get(incident(number));
    }

    private static RecordNumber incident(String number) {
        return RecordNumber.parse(RecordKind.INCIDENT, "number", number);
    }
}
