package io.throughline.rest.operation;

import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.operation.service.CalendarEntry;
import io.throughline.operation.service.NewSchedule;
import io.throughline.operation.service.ScheduleRunView;
import io.throughline.operation.service.ScheduleService;
import io.throughline.operation.service.ScheduleView;
import io.throughline.rest.support.Answers;
import io.throughline.rest.support.IfMatch;
import io.throughline.rest.support.Moment;
import io.throughline.rest.support.Paging;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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

/** Schedules: jobs at set times. */
@Path("schedules")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ScheduleResource {

    @Inject
    ScheduleService schedules;

    @Context
    UriInfo uri;

    @GET
    @APIResponseSchema(value = ScheduleView.class, responseCode = "200")
    public Response page(@BeanParam Paging paging) {
        return Answers.page(uri, schedules.page(paging.before(), paging.size()));
    }

    @POST
    @APIResponseSchema(value = ScheduleView.class, responseCode = "201")
    public Response add(@NotNull @Valid NewSchedule command) {
        ScheduleView added = schedules.add(command);
        return Answers.created(uri, added.number(), added.version(), added);
    }

    @GET
    @Path("{number}")
    @APIResponseSchema(value = ScheduleView.class, responseCode = "200")
    public Response get(@PathParam("number") String number) {
        ScheduleView schedule = schedules.get(schedule(number));
        return Answers.ok(schedule.version(), schedule);
    }

    /** What all active schedules start, in order of time. */
    @GET
    @Path("calendar")
    public List<CalendarEntry> calendar(@QueryParam("from") String from, @QueryParam("to") String to) {
        return schedules.calendar(Moment.of("from", from), Moment.of("to", to));
    }

    /** The next starts of one. */
    @GET
    @Path("{number}/upcoming")
    public List<CalendarEntry> upcoming(
            @PathParam("number") String number, @QueryParam("count") @DefaultValue("10") int count) {
        return schedules.upcoming(schedule(number), count);
    }

    /** What came of its times so far, newest first. */
    @GET
    @Path("{number}/runs")
    @APIResponseSchema(value = ScheduleRunView.class, responseCode = "200")
    public Response runs(@PathParam("number") String number, @BeanParam Paging paging) {
        return Answers.page(uri, schedules.runs(schedule(number), paging.before(), paging.size()));
    }

    @POST
    @Path("{number}/end")
    @APIResponseSchema(value = ScheduleView.class, responseCode = "200")
    public Response end(@PathParam("number") String number, @HeaderParam("If-Match") String match) {
        ScheduleView schedule = schedules.end(schedule(number), IfMatch.version(match));
        return Answers.ok(schedule.version(), schedule);
    }

    private static RecordNumber schedule(String number) {
        return RecordNumber.parse(RecordKind.SCHEDULE, "number", number);
    }
}
