package io.throughline.rest.change;

import io.throughline.change.service.AuthorizationLinkService;
import io.throughline.change.service.AuthorizationLinkService.Called;
import io.throughline.change.service.AuthorizationService;
import io.throughline.change.service.ChangeCommands;
import io.throughline.change.service.ChangeView;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** What change authorities sign, and what they take back. */
@Path("changes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ChangeAuthorizationResource {

    @Inject
    AuthorizationService authorizations;

    @Inject
    AuthorizationLinkService links;

    @POST
    @Path("{number}/authorization")
    @APIResponseSchema(value = ChangeView.class, responseCode = "200")
    public Response authorize(
            @PathParam("number") String number, @HeaderParam("If-Match") String match, ChangeCommands.Authorize body) {
        return ok(authorizations.authorize(change(number), IfMatch.version(match), body));
    }

    /** Signs an emergency alone; a second person must second it in time. */
    @POST
    @Path("{number}/break-glass")
    @APIResponseSchema(value = ChangeView.class, responseCode = "200")
    public Response breakGlass(
            @PathParam("number") String number, @HeaderParam("If-Match") String match, ChangeCommands.BreakGlass body) {
        return ok(authorizations.breakGlass(change(number), IfMatch.version(match), body));
    }

    @POST
    @Path("{number}/seconding")
    @APIResponseSchema(value = ChangeView.class, responseCode = "200")
    public Response second(
            @PathParam("number") String number, @HeaderParam("If-Match") String match, ChangeCommands.Sign body) {
        return ok(authorizations.second(change(number), IfMatch.version(match), body));
    }

    @POST
    @Path("{number}/refusal")
    @APIResponseSchema(value = ChangeView.class, responseCode = "200")
    public Response refuse(
            @PathParam("number") String number, @HeaderParam("If-Match") String match, ChangeCommands.Reason body) {
        return ok(authorizations.refuse(change(number), IfMatch.version(match), body));
    }

    @POST
    @Path("{number}/withdrawal")
    @APIResponseSchema(value = ChangeView.class, responseCode = "200")
    public Response withdraw(
            @PathParam("number") String number, @HeaderParam("If-Match") String match, ChangeCommands.Reason body) {
        return ok(authorizations.withdraw(change(number), IfMatch.version(match), body));
    }

    /** Moves the end of the window. */
    @POST
    @Path("{number}/window")
    @APIResponseSchema(value = ChangeView.class, responseCode = "200")
    public Response extend(
            @PathParam("number") String number, @HeaderParam("If-Match") String match, ChangeCommands.Extend body) {
        return ok(authorizations.extend(change(number), IfMatch.version(match), body));
    }

    /** Authorizes servers that joined since. */
    @POST
    @Path("{number}/targets")
    @APIResponseSchema(value = ChangeView.class, responseCode = "200")
    public Response addTargets(
            @PathParam("number") String number, @HeaderParam("If-Match") String match, ChangeCommands.AddTargets body) {
        return ok(authorizations.addTargets(change(number), IfMatch.version(match), body));
    }

    /** Calls one authority by a link that a phone can open. */
    @POST
    @Path("{number}/authorization-links")
    @APIResponseSchema(value = Called.class, responseCode = "200")
    public Response call(@PathParam("number") String number, ChangeCommands.CallAuthority body) {
        return Answers.secret(Response.status(Response.Status.CREATED)
                .entity(links.call(change(number), body))
                .build());
    }

    private static Response ok(ChangeView view) {
        return Answers.ok(view.version(), view);
    }

    private static RecordNumber change(String number) {
        return RecordNumber.parse(RecordKind.CHANGE, "number", number);
    }
}
