package io.throughline.rest.incident;

import io.throughline.incident.domain.IncidentSelection;
import io.throughline.incident.domain.IncidentState;
import io.throughline.incident.service.IncidentCommands;
import io.throughline.incident.service.IncidentService;
import io.throughline.incident.service.IncidentView;
import io.throughline.incident.service.ResolutionService;
import io.throughline.incident.service.symptom.SymptomService;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.rest.support.Answers;
import io.throughline.rest.support.Choice;
import io.throughline.rest.support.IfMatch;
import io.throughline.rest.support.Paging;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Incidents: log, classify, support, diagnose, resolve, close. */
@Path("incidents")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class IncidentResource {

    @Inject
    IncidentService incidents;

    @Inject
    ResolutionService resolutions;

    @Inject
    SymptomService symptoms;

    @Context
    UriInfo uri;

    @GET
    @APIResponseSchema(value = IncidentView.class, responseCode = "200")
    public Response page(
            @QueryParam("state") String state,
            @QueryParam("group") String group,
            @QueryParam("queueOf") String queueOf,
            @QueryParam("assignee") String assignee,
            @QueryParam("service") String service,
            @QueryParam("change") String change,
            @BeanParam Paging paging) {
        var selection = new IncidentSelection(
                Choice.of(IncidentState.class, "state", state), group, queueOf, assignee, service, change);
        return Answers.page(uri, incidents.page(selection, paging.before(), paging.size()));
    }

    @POST
    @APIResponseSchema(value = IncidentView.class, responseCode = "201")
    public Response log(IncidentCommands.Log body) {
        IncidentView incident = incidents.log(body);
        return Answers.created(uri, incident.number(), incident.version(), incident);
    }

    @GET
    @Path("{number}")
    @APIResponseSchema(value = IncidentView.class, responseCode = "200")
    public Response get(@PathParam("number") String number) {
        return ok(incidents.get(incident(number)));
    }

    @POST
    @Path("{number}/classification")
    @APIResponseSchema(value = IncidentView.class, responseCode = "200")
    public Response classify(
            @PathParam("number") String number, @HeaderParam("If-Match") String match, IncidentCommands.Classify body) {
        return ok(incidents.classify(incident(number), IfMatch.version(match), body));
    }

    @POST
    @Path("{number}/support-attempts")
    @APIResponseSchema(value = IncidentView.class, responseCode = "200")
    public Response support(
            @PathParam("number") String number, @HeaderParam("If-Match") String match, IncidentCommands.Support body) {
        return ok(incidents.support(incident(number), IfMatch.version(match), body));
    }

    @POST
    @Path("{number}/escalation")
    @APIResponseSchema(value = IncidentView.class, responseCode = "200")
    public Response escalate(
            @PathParam("number") String number, @HeaderParam("If-Match") String match, IncidentCommands.Escalate body) {
        return ok(incidents.escalate(incident(number), IfMatch.version(match), body));
    }

    @POST
    @Path("{number}/assignment")
    @APIResponseSchema(value = IncidentView.class, responseCode = "200")
    public Response assign(
            @PathParam("number") String number, @HeaderParam("If-Match") String match, IncidentCommands.Assign body) {
        return ok(incidents.assign(incident(number), IfMatch.version(match), body));
    }

    @POST
    @Path("{number}/hold")
    @APIResponseSchema(value = IncidentView.class, responseCode = "200")
    public Response hold(
            @PathParam("number") String number, @HeaderParam("If-Match") String match, IncidentCommands.Reason body) {
        return ok(incidents.hold(incident(number), IfMatch.version(match), body));
    }

    @POST
    @Path("{number}/resumption")
    @APIResponseSchema(value = IncidentView.class, responseCode = "200")
    public Response resume(@PathParam("number") String number, @HeaderParam("If-Match") String match) {
        return ok(incidents.resume(incident(number), IfMatch.version(match)));
    }

    @POST
    @Path("{number}/notes")
    @APIResponseSchema(value = IncidentView.class, responseCode = "200")
    public Response note(
            @PathParam("number") String number, @HeaderParam("If-Match") String match, IncidentCommands.Note body) {
        return ok(incidents.note(incident(number), IfMatch.version(match), body));
    }

    @POST
    @Path("{number}/major")
    @APIResponseSchema(value = IncidentView.class, responseCode = "200")
    public Response declareMajor(
            @PathParam("number") String number, @HeaderParam("If-Match") String match, IncidentCommands.Reason body) {
        return ok(incidents.declareMajor(incident(number), IfMatch.version(match), body));
    }

    @POST
    @Path("{number}/diagnosis-start")
    @APIResponseSchema(value = IncidentView.class, responseCode = "200")
    public Response startDiagnosis(@PathParam("number") String number, @HeaderParam("If-Match") String match) {
        return ok(resolutions.startDiagnosis(incident(number), IfMatch.version(match)));
    }

    @POST
    @Path("{number}/diagnosis")
    @APIResponseSchema(value = IncidentView.class, responseCode = "200")
    public Response concludeDiagnosis(
            @PathParam("number") String number, @HeaderParam("If-Match") String match, IncidentCommands.Diagnose body) {
        return ok(resolutions.concludeDiagnosis(incident(number), IfMatch.version(match), body));
    }

    @POST
    @Path("{number}/unsuccessful-resolution")
    @APIResponseSchema(value = IncidentView.class, responseCode = "200")
    public Response failResolution(
            @PathParam("number") String number, @HeaderParam("If-Match") String match, IncidentCommands.Reason body) {
        return ok(resolutions.failResolution(incident(number), IfMatch.version(match), body));
    }

    @POST
    @Path("{number}/resolution")
    @APIResponseSchema(value = IncidentView.class, responseCode = "200")
    public Response resolve(
            @PathParam("number") String number, @HeaderParam("If-Match") String match, IncidentCommands.Resolve body) {
        return ok(resolutions.resolve(incident(number), IfMatch.version(match), body));
    }

    @POST
    @Path("{number}/closure")
    @APIResponseSchema(value = IncidentView.class, responseCode = "200")
    public Response close(
            @PathParam("number") String number, @HeaderParam("If-Match") String match, IncidentCommands.Close body) {
        return ok(resolutions.close(incident(number), IfMatch.version(match), body));
    }

    @POST
    @Path("{number}/reopening")
    @APIResponseSchema(value = IncidentView.class, responseCode = "200")
    public Response reopen(
            @PathParam("number") String number, @HeaderParam("If-Match") String match, IncidentCommands.Reason body) {
        return ok(resolutions.reopen(incident(number), IfMatch.version(match), body));
    }

    @POST
    @Path("{number}/symptom-checks")
    @APIResponseSchema(value = IncidentView.class, responseCode = "200")
    public Response checkSymptom(@PathParam("number") String number, @HeaderParam("If-Match") String match) {
        return ok(symptoms.check(incident(number), IfMatch.version(match)));
    }

    private static Response ok(IncidentView incident) {
        return Answers.ok(incident.version(), incident);
    }

    private static RecordNumber incident(String number) {
        return RecordNumber.parse(RecordKind.INCIDENT, "number", number);
    }
}
