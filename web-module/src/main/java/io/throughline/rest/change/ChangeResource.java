package io.throughline.rest.change;

import io.throughline.change.domain.ChangeSearch;
import io.throughline.change.domain.ChangeState;
import io.throughline.change.domain.ChangeType;
import io.throughline.change.domain.assessment.ChangeModel;
import io.throughline.change.service.AssessmentService;
import io.throughline.change.service.ChangeCommands;
import io.throughline.change.service.ChangeService;
import io.throughline.change.service.ChangeView;
import io.throughline.configuration.service.ImpactView;
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

/** Changes: from the request to the judgements. */
@Path("changes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ChangeResource {

    @Inject
    ChangeService changes;

    @Inject
    AssessmentService assessments;

    @Context
    UriInfo uri;

    @GET
    @APIResponseSchema(value = ChangeView.class, responseCode = "200")
    public Response page(
            @QueryParam("state") String state,
            @QueryParam("type") String type,
            @QueryParam("requester") String requester,
            @QueryParam("owner") String owner,
            @QueryParam("incident") String incident,
            @QueryParam("service") String service,
            @QueryParam("owed") String owed,
            @QueryParam("overdue") String overdue,
            @BeanParam Paging paging) {
        ChangeSearch search = new ChangeSearch(
                Choice.of(ChangeState.class, "state", state),
                Choice.of(ChangeType.class, "type", type),
                requester,
                owner,
                incident,
                service,
                Choice.of(ChangeSearch.Owed.class, "owed", owed),
                Choice.of(ChangeSearch.Owed.class, "overdue", overdue));
        return Answers.page(uri, changes.page(search, paging.before(), paging.size()));
    }

    @POST
    @APIResponseSchema(value = ChangeView.class, responseCode = "201")
    public Response raise(ChangeCommands.Raise body) {
        ChangeView raised = changes.raise(body);
        return Answers.created(uri, raised.number(), raised.version(), raised);
    }

    @GET
    @Path("{number}")
    @APIResponseSchema(value = ChangeView.class, responseCode = "200")
    public Response get(@PathParam("number") String number) {
        return ok(changes.get(change(number)));
    }

    /** What it would touch besides its targets, each with the path that explains it. */
    @GET
    @Path("{number}/impact")
    public ImpactView impact(@PathParam("number") String number) {
        return changes.impactOf(change(number));
    }

    /** How it would be judged, given its priority and impact. */
    @GET
    @Path("{number}/model")
    public ChangeModel model(@PathParam("number") String number) {
        return assessments.modelFor(change(number));
    }

    @POST
    @Path("{number}/acceptance")
    @APIResponseSchema(value = ChangeView.class, responseCode = "200")
    public Response accept(@PathParam("number") String number, @HeaderParam("If-Match") String match) {
        return ok(changes.accept(change(number), IfMatch.version(match)));
    }

    @POST
    @Path("{number}/return")
    @APIResponseSchema(value = ChangeView.class, responseCode = "200")
    public Response returnToRequester(
            @PathParam("number") String number, @HeaderParam("If-Match") String match, ChangeCommands.Question body) {
        return ok(changes.returnToRequester(change(number), IfMatch.version(match), body));
    }

    @POST
    @Path("{number}/answer")
    @APIResponseSchema(value = ChangeView.class, responseCode = "200")
    public Response answer(
            @PathParam("number") String number, @HeaderParam("If-Match") String match, ChangeCommands.Text body) {
        return ok(changes.answer(change(number), IfMatch.version(match), body));
    }

    @POST
    @Path("{number}/rejection")
    @APIResponseSchema(value = ChangeView.class, responseCode = "200")
    public Response reject(
            @PathParam("number") String number, @HeaderParam("If-Match") String match, ChangeCommands.Reason body) {
        return ok(changes.reject(change(number), IfMatch.version(match), body));
    }

    @POST
    @Path("{number}/categorization")
    @APIResponseSchema(value = ChangeView.class, responseCode = "200")
    public Response categorize(
            @PathParam("number") String number, @HeaderParam("If-Match") String match, ChangeCommands.Categorize body) {
        return ok(assessments.categorize(change(number), IfMatch.version(match), body));
    }

    @POST
    @Path("{number}/assessments")
    @APIResponseSchema(value = ChangeView.class, responseCode = "200")
    public Response assess(
            @PathParam("number") String number, @HeaderParam("If-Match") String match, ChangeCommands.Assess body) {
        return ok(assessments.assess(change(number), IfMatch.version(match), body));
    }

    private static Response ok(ChangeView view) {
        return Answers.ok(view.version(), view);
    }

    private static RecordNumber change(String number) {
        return RecordNumber.parse(RecordKind.CHANGE, "number", number);
    }
}
