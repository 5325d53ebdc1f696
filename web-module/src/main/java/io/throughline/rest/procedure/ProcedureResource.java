package io.throughline.rest.procedure;

import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.procedure.domain.ProcedureState;
import io.throughline.procedure.service.ProcedureCommand;
import io.throughline.procedure.service.ProcedureService;
import io.throughline.procedure.service.ProcedureView;
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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Documented procedures and their approval. */
@Path("procedures")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ProcedureResource {

    @Inject
    ProcedureService procedures;

    @Context
    UriInfo uri;

    @GET
    @APIResponseSchema(value = ProcedureView.class, responseCode = "200")
    public Response page(@QueryParam("state") String state, @BeanParam Paging paging) {
        return Answers.page(
                uri, procedures.page(Choice.of(ProcedureState.class, "state", state), paging.before(), paging.size()));
    }

    @POST
    @APIResponseSchema(value = ProcedureView.class, responseCode = "201")
    public Response write(ProcedureCommand body) {
        ProcedureView procedure = procedures.write(body);
        return Answers.created(uri, procedure.number(), procedure.version(), procedure);
    }

    @GET
    @Path("{number}")
    @APIResponseSchema(value = ProcedureView.class, responseCode = "200")
    public Response get(@PathParam("number") String number) {
        return ok(procedures.get(procedure(number)));
    }

    @PUT
    @Path("{number}")
    @APIResponseSchema(value = ProcedureView.class, responseCode = "200")
    public Response revise(
            @PathParam("number") String number, @HeaderParam("If-Match") String match, ProcedureCommand body) {
        return ok(procedures.revise(procedure(number), IfMatch.version(match), body));
    }

    @POST
    @Path("{number}/approval")
    @APIResponseSchema(value = ProcedureView.class, responseCode = "200")
    public Response approve(@PathParam("number") String number, @HeaderParam("If-Match") String match) {
        return ok(procedures.approve(procedure(number), IfMatch.version(match)));
    }

    @POST
    @Path("{number}/retirement")
    @APIResponseSchema(value = ProcedureView.class, responseCode = "200")
    public Response retire(@PathParam("number") String number, @HeaderParam("If-Match") String match) {
        return ok(procedures.retire(procedure(number), IfMatch.version(match)));
    }

    private static Response ok(ProcedureView procedure) {
        return Answers.ok(procedure.version(), procedure);
    }

    private static RecordNumber procedure(String number) {
        return RecordNumber.parse(RecordKind.PROCEDURE, "number", number);
    }
}
