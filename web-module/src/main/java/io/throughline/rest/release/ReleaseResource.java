package io.throughline.rest.release;

import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.release.domain.ReleaseState;
import io.throughline.release.service.ReleaseCommands;
import io.throughline.release.service.ReleaseService;
import io.throughline.release.service.ReleaseView;
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

/** Releases: acknowledge, plan, build, test, accept. */
@Path("releases")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ReleaseResource {

    @Inject
    ReleaseService releases;

    @Context
    UriInfo uri;

    @GET
    @APIResponseSchema(value = ReleaseView.class, responseCode = "200")
    public Response page(
            @QueryParam("state") String state, @QueryParam("change") String change, @BeanParam Paging paging) {
        ReleaseState wanted = Choice.of(ReleaseState.class, "state", state);
        return Answers.page(uri, releases.page(wanted, change, paging.before(), paging.size()));
    }

    @GET
    @Path("{number}")
    @APIResponseSchema(value = ReleaseView.class, responseCode = "200")
    public Response get(@PathParam("number") String number) {
        return ok(releases.get(release(number)));
    }

    @POST
    @Path("{number}/acknowledgement")
    @APIResponseSchema(value = ReleaseView.class, responseCode = "200")
    public Response acknowledge(
            @PathParam("number") String number,
            @HeaderParam("If-Match") String match,
            ReleaseCommands.Acknowledge body) {
        return ok(releases.acknowledge(release(number), IfMatch.version(match), body));
    }

    @POST
    @Path("{number}/strategy")
    @APIResponseSchema(value = ReleaseView.class, responseCode = "200")
    public Response planStrategy(
            @PathParam("number") String number,
            @HeaderParam("If-Match") String match,
            ReleaseCommands.PlanStrategy body) {
        return ok(releases.planStrategy(release(number), IfMatch.version(match), body));
    }

    @POST
    @Path("{number}/package")
    @APIResponseSchema(value = ReleaseView.class, responseCode = "200")
    public Response build(
            @PathParam("number") String number, @HeaderParam("If-Match") String match, ReleaseCommands.Build body) {
        return ok(releases.build(release(number), IfMatch.version(match), body));
    }

    @POST
    @Path("{number}/test")
    @APIResponseSchema(value = ReleaseView.class, responseCode = "200")
    public Response test(
            @PathParam("number") String number, @HeaderParam("If-Match") String match, ReleaseCommands.Test body) {
        return ok(releases.test(release(number), IfMatch.version(match), body));
    }

    @POST
    @Path("{number}/acceptance")
    @APIResponseSchema(value = ReleaseView.class, responseCode = "200")
    public Response accept(
            @PathParam("number") String number, @HeaderParam("If-Match") String match, ReleaseCommands.Accept body) {
        return ok(releases.accept(release(number), IfMatch.version(match), body));
    }

    @POST
    @Path("{number}/cancellation")
    @APIResponseSchema(value = ReleaseView.class, responseCode = "200")
    public Response cancel(
            @PathParam("number") String number, @HeaderParam("If-Match") String match, ReleaseCommands.Cancel body) {
        return ok(releases.cancel(release(number), IfMatch.version(match), body));
    }

    private static Response ok(ReleaseView release) {
        return Answers.ok(release.version(), release);
    }

    private static RecordNumber release(String number) {
        return RecordNumber.parse(RecordKind.RELEASE, "number", number);
    }
}
