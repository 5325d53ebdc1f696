package io.throughline.rest.communication;

import io.throughline.communication.domain.CallBackState;
import io.throughline.communication.service.CallBackService;
import io.throughline.communication.service.CallBackView;
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

/** The desk's call-back list. */
@Path("call-backs")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CallBackResource {

    @Inject
    CallBackService callBacks;

    @Context
    UriInfo uri;

    @GET
    @APIResponseSchema(value = CallBackView.class, responseCode = "200")
    public Response page(
            @QueryParam("state") String state, @QueryParam("record") String record, @BeanParam Paging paging) {
        return Answers.page(
                uri,
                callBacks.page(Choice.of(CallBackState.class, "state", state), record, paging.before(), paging.size()));
    }

    @GET
    @Path("{number}")
    @APIResponseSchema(value = CallBackView.class, responseCode = "200")
    public Response get(@PathParam("number") String number) {
        return ok(callBacks.get(number(number)));
    }

    @POST
    @Path("{number}/outcome")
    @APIResponseSchema(value = CallBackView.class, responseCode = "200")
    public Response called(
            @PathParam("number") String number, @HeaderParam("If-Match") String match, CallBackService.Called body) {
        return ok(callBacks.called(number(number), IfMatch.version(match), body));
    }

    private static Response ok(CallBackView view) {
        return Answers.ok(view.version(), view);
    }

    private static RecordNumber number(String number) {
        return RecordNumber.parse(RecordKind.CALL_BACK, "number", number);
    }
}
