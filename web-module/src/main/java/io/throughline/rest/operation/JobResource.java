package io.throughline.rest.operation;

import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.operation.service.JobService;
import io.throughline.operation.service.JobView;
import io.throughline.operation.service.StartJob;
import io.throughline.rest.support.Answers;
import io.throughline.rest.support.IfMatch;
import io.throughline.rest.support.Paging;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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

/** Jobs: what runs, what ran, and starting, stopping and restarting it. */
@Path("jobs")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class JobResource {

    @Inject
    JobService jobs;

    @Context
    UriInfo uri;

    @GET
    @APIResponseSchema(value = JobView.class, responseCode = "200")
    public Response page(
            @QueryParam("job") String job, @QueryParam("schedule") String schedule, @BeanParam Paging paging) {
        return Answers.page(uri, jobs.page(job, schedule, paging.before(), paging.size()));
    }

    @POST
    @APIResponseSchema(value = JobView.class, responseCode = "201")
    public Response start(@NotNull @Valid StartJob command) {
        JobView started = jobs.start(command);
        return Answers.created(uri, started.number(), started.version(), started);
    }

    @GET
    @Path("{number}")
    @APIResponseSchema(value = JobView.class, responseCode = "200")
    public Response get(@PathParam("number") String number) {
        JobView job = jobs.get(job(number));
        return Answers.ok(job.version(), job);
    }

    @POST
    @Path("{number}/stop")
    @APIResponseSchema(value = JobView.class, responseCode = "200")
    public Response stop(@PathParam("number") String number, @HeaderParam("If-Match") String match) {
        JobView job = jobs.stop(job(number), IfMatch.version(match));
        return Answers.ok(job.version(), job);
    }

    @POST
    @Path("{number}/restart")
    @APIResponseSchema(value = JobView.class, responseCode = "200")
    public Response restart(@PathParam("number") String number, @HeaderParam("If-Match") String match) {
        JobView job = jobs.restart(job(number), IfMatch.version(match));
        return Answers.ok(job.version(), job);
    }

    private static RecordNumber job(String number) {
        return RecordNumber.parse(RecordKind.JOB, "number", number);
    }
}
