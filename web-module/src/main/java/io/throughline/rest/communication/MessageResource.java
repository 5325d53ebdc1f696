package io.throughline.rest.communication;

import io.throughline.communication.domain.MessageState;
import io.throughline.communication.service.MessageService;
import io.throughline.communication.service.MessageView;
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

/** The outbox. */
@Path("messages")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class MessageResource {

    @Inject
    MessageService messages;

    @Context
    UriInfo uri;

    @GET
    @APIResponseSchema(value = MessageView.class, responseCode = "200")
    public Response page(
            @QueryParam("state") String state, @QueryParam("record") String record, @BeanParam Paging paging) {
        return Answers.page(
                uri,
                messages.page(Choice.of(MessageState.class, "state", state), record, paging.before(), paging.size()));
    }

    @GET
    @Path("{number}")
    @APIResponseSchema(value = MessageView.class, responseCode = "200")
    public Response get(@PathParam("number") String number) {
        return ok(messages.get(number(number)));
    }

    @POST
    @Path("{number}/resend")
    @APIResponseSchema(value = MessageView.class, responseCode = "200")
    public Response resend(@PathParam("number") String number, @HeaderParam("If-Match") String match) {
        return ok(messages.resend(number(number), IfMatch.version(match)));
    }

    @POST
    @Path("{number}/sent")
    @APIResponseSchema(value = MessageView.class, responseCode = "200")
    public Response markSent(@PathParam("number") String number, @HeaderParam("If-Match") String match) {
        return ok(messages.markSent(number(number), IfMatch.version(match)));
    }

    private static Response ok(MessageView view) {
        return Answers.ok(view.version(), view);
    }

    private static RecordNumber number(String number) {
        return RecordNumber.parse(RecordKind.MESSAGE, "number", number);
    }
}
