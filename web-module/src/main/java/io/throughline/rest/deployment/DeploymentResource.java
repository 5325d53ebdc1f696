package io.throughline.rest.deployment;

import io.throughline.deployment.domain.DeploymentState;
import io.throughline.deployment.domain.target.TargetState;
import io.throughline.deployment.service.DeploymentCommands;
import io.throughline.deployment.service.DeploymentPlanning;
import io.throughline.deployment.service.DeploymentReader;
import io.throughline.deployment.service.DeploymentService;
import io.throughline.deployment.service.DeploymentView;
import io.throughline.deployment.service.TargetService;
import io.throughline.deployment.service.TargetView;
import io.throughline.deployment.service.WaveView;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Deployments: plan, confirm, run, verify, close; their waves and servers. */
@Path("deployments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DeploymentResource {

    @Inject
    DeploymentPlanning planning;

    @Inject
    DeploymentService deployments;

    @Inject
    TargetService targets;

    @Inject
    DeploymentReader reader;

    @Context
    UriInfo uri;

    @GET
    @APIResponseSchema(value = DeploymentView.class, responseCode = "200")
    public Response page(
            @QueryParam("state") String state, @QueryParam("change") String change, @BeanParam Paging paging) {
        DeploymentState wanted = Choice.of(DeploymentState.class, "state", state);
        return Answers.page(uri, reader.page(wanted, change, paging.before(), paging.size()));
    }

    @POST
    @APIResponseSchema(value = DeploymentView.class, responseCode = "201")
    public Response plan(DeploymentCommands.Plan body) {
        DeploymentView planned = planning.plan(body);
        return Answers.created(uri, planned.number(), planned.version(), planned);
    }

    @GET
    @Path("{number}")
    @APIResponseSchema(value = DeploymentView.class, responseCode = "200")
    public Response get(@PathParam("number") String number) {
        return ok(reader.get(deployment(number)));
    }

    @POST
    @Path("{number}/confirmation")
    @APIResponseSchema(value = DeploymentView.class, responseCode = "200")
    public Response confirm(@PathParam("number") String number, @HeaderParam("If-Match") String match) {
        return ok(planning.confirm(deployment(number), IfMatch.version(match)));
    }

    @POST
    @Path("{number}/start")
    @APIResponseSchema(value = DeploymentView.class, responseCode = "200")
    public Response start(@PathParam("number") String number, @HeaderParam("If-Match") String match) {
        return ok(deployments.start(deployment(number), IfMatch.version(match)));
    }

    @POST
    @Path("{number}/pause")
    @APIResponseSchema(value = DeploymentView.class, responseCode = "200")
    public Response pause(
            @PathParam("number") String number,
            @HeaderParam("If-Match") String match,
            DeploymentCommands.OptionalReason body) {
        return ok(deployments.pause(deployment(number), IfMatch.version(match), body));
    }

    @POST
    @Path("{number}/resume")
    @APIResponseSchema(value = DeploymentView.class, responseCode = "200")
    public Response resume(@PathParam("number") String number, @HeaderParam("If-Match") String match) {
        return ok(deployments.resume(deployment(number), IfMatch.version(match)));
    }

    /** Lets the next wave begin, for which the plan asks a person. */
    @POST
    @Path("{number}/wave-approval")
    @APIResponseSchema(value = DeploymentView.class, responseCode = "200")
    public Response approveWave(@PathParam("number") String number, @HeaderParam("If-Match") String match) {
        return ok(deployments.approveWave(deployment(number), IfMatch.version(match)));
    }

    @POST
    @Path("{number}/abort")
    @APIResponseSchema(value = DeploymentView.class, responseCode = "200")
    public Response abort(
            @PathParam("number") String number, @HeaderParam("If-Match") String match, DeploymentCommands.Reason body) {
        return ok(deployments.abort(deployment(number), IfMatch.version(match), body));
    }

    @POST
    @Path("{number}/retry")
    @APIResponseSchema(value = DeploymentView.class, responseCode = "200")
    public Response retry(
            @PathParam("number") String number, @HeaderParam("If-Match") String match, DeploymentCommands.Retry body) {
        return ok(targets.retry(deployment(number), IfMatch.version(match), body));
    }

    @POST
    @Path("{number}/exclusions")
    @APIResponseSchema(value = DeploymentView.class, responseCode = "200")
    public Response exclude(
            @PathParam("number") String number,
            @HeaderParam("If-Match") String match,
            DeploymentCommands.Exclude body) {
        return ok(targets.exclude(deployment(number), IfMatch.version(match), body));
    }

    @POST
    @Path("{number}/exclusions/{server}/approval")
    @APIResponseSchema(value = DeploymentView.class, responseCode = "200")
    public Response approveExclusion(
            @PathParam("number") String number,
            @PathParam("server") String server,
            @HeaderParam("If-Match") String match) {
        return ok(targets.approveExclusion(deployment(number), IfMatch.version(match), server));
    }

    @POST
    @Path("{number}/rollback")
    @APIResponseSchema(value = DeploymentView.class, responseCode = "200")
    public Response rollBack(
            @PathParam("number") String number, @HeaderParam("If-Match") String match, DeploymentCommands.Reason body) {
        return ok(deployments.rollBack(deployment(number), IfMatch.version(match), body));
    }

    @POST
    @Path("{number}/verification")
    @APIResponseSchema(value = DeploymentView.class, responseCode = "200")
    public Response verify(
            @PathParam("number") String number, @HeaderParam("If-Match") String match, DeploymentCommands.Verify body) {
        return ok(deployments.verify(deployment(number), IfMatch.version(match), body));
    }

    @POST
    @Path("{number}/closure")
    @APIResponseSchema(value = DeploymentView.class, responseCode = "200")
    public Response close(@PathParam("number") String number, @HeaderParam("If-Match") String match) {
        return ok(deployments.close(deployment(number), IfMatch.version(match)));
    }

    @GET
    @Path("{number}/waves")
    public List<WaveView> waves(@PathParam("number") String number) {
        return reader.waves(deployment(number));
    }

    /** Servers in the plan's order; the cursor is the position of the last one seen. */
    @GET
    @Path("{number}/targets")
    @APIResponseSchema(value = TargetView.class, responseCode = "200")
    public Response targets(
            @PathParam("number") String number,
            @QueryParam("state") String state,
            @QueryParam("wave") Integer wave,
            @BeanParam Paging paging) {
        TargetState wanted = Choice.of(TargetState.class, "state", state);
        return Answers.page(uri, reader.targets(deployment(number), wanted, wave, paging.before(), paging.size()));
    }

    @GET
    @Path("{number}/targets/{server}")
    @APIResponseSchema(value = TargetView.class, responseCode = "200")
    public Response target(@PathParam("number") String number, @PathParam("server") String server) {
        return Response.ok(reader.target(deployment(number), server)).build();
    }

    private static Response ok(DeploymentView deployment) {
        return Answers.ok(deployment.version(), deployment);
    }

    private static RecordNumber deployment(String number) {
        return RecordNumber.parse(RecordKind.DEPLOYMENT, "number", number);
    }
}
