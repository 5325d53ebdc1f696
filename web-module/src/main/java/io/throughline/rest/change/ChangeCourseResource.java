package io.throughline.rest.change;

import io.throughline.change.service.ChangeCommands;
import io.throughline.change.service.ChangeTargets;
import io.throughline.change.service.ChangeView;
import io.throughline.change.service.CoordinationService;
import io.throughline.change.service.ReviewService;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.rest.support.Answers;
import io.throughline.rest.support.IfMatch;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Carrying changes through, and looking back on them. */
@Path("changes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ChangeCourseResource {

    @Inject
    CoordinationService coordination;

    @Inject
    ReviewService reviews;

    /** The servers that were authorized, beside those that provide the service now. */
    @GET
    @Path("{number}/targets")
    public List<ChangeTargets.Target> targets(@PathParam("number") String number) {
        return coordination.targets(change(number));
    }

    @POST
    @Path("{number}/owner")
    @APIResponseSchema(value = ChangeView.class, responseCode = "200")
    public Response appointOwner(
            @PathParam("number") String number, @HeaderParam("If-Match") String match, ChangeCommands.Appoint body) {
        return ok(coordination.appointOwner(change(number), IfMatch.version(match), body));
    }

    @POST
    @Path("{number}/coordination")
    @APIResponseSchema(value = ChangeView.class, responseCode = "200")
    public Response coordinate(
            @PathParam("number") String number, @HeaderParam("If-Match") String match, ChangeCommands.Coordinate body) {
        return ok(coordination.coordinate(change(number), IfMatch.version(match), body));
    }

    @POST
    @Path("{number}/tasks")
    @APIResponseSchema(value = ChangeView.class, responseCode = "200")
    public Response addTask(
            @PathParam("number") String number, @HeaderParam("If-Match") String match, ChangeCommands.Task body) {
        return ok(coordination.addTask(change(number), IfMatch.version(match), body));
    }

    @POST
    @Path("{number}/tasks/{task}/completion")
    @APIResponseSchema(value = ChangeView.class, responseCode = "200")
    public Response completeTask(
            @PathParam("number") String number,
            @PathParam("task") int task,
            @HeaderParam("If-Match") String match,
            ChangeCommands.TaskResult body) {
        return ok(coordination.completeTask(change(number), IfMatch.version(match), task, body));
    }

    /** People begin to carry it out by hand. */
    @POST
    @Path("{number}/implementation")
    @APIResponseSchema(value = ChangeView.class, responseCode = "200")
    public Response begin(@PathParam("number") String number, @HeaderParam("If-Match") String match) {
        return ok(coordination.begin(change(number), IfMatch.version(match)));
    }

    /** What people did by hand came to this. */
    @POST
    @Path("{number}/outcome")
    @APIResponseSchema(value = ChangeView.class, responseCode = "200")
    public Response report(
            @PathParam("number") String number,
            @HeaderParam("If-Match") String match,
            ChangeCommands.ReportOutcome body) {
        return ok(coordination.report(change(number), IfMatch.version(match), body));
    }

    @POST
    @Path("{number}/review")
    @APIResponseSchema(value = ChangeView.class, responseCode = "200")
    public Response review(
            @PathParam("number") String number, @HeaderParam("If-Match") String match, ChangeCommands.Review body) {
        return ok(reviews.review(change(number), IfMatch.version(match), body));
    }

    @POST
    @Path("{number}/retrospective")
    @APIResponseSchema(value = ChangeView.class, responseCode = "200")
    public Response lookBack(
            @PathParam("number") String number, @HeaderParam("If-Match") String match, ChangeCommands.Text body) {
        return ok(reviews.lookBack(change(number), IfMatch.version(match), body));
    }

    @POST
    @Path("{number}/closure")
    @APIResponseSchema(value = ChangeView.class, responseCode = "200")
    public Response close(@PathParam("number") String number, @HeaderParam("If-Match") String match) {
        return ok(reviews.close(change(number), IfMatch.version(match)));
    }

    @POST
    @Path("{number}/cancellation")
    @APIResponseSchema(value = ChangeView.class, responseCode = "200")
    public Response cancel(
            @PathParam("number") String number, @HeaderParam("If-Match") String match, ChangeCommands.Reason body) {
        return ok(reviews.cancel(change(number), IfMatch.version(match), body));
    }

    private static Response ok(ChangeView view) {
        return Answers.ok(view.version(), view);
    }

    private static RecordNumber change(String number) {
        return RecordNumber.parse(RecordKind.CHANGE, "number", number);
    }
}
