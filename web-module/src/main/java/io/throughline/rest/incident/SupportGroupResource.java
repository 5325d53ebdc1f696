package io.throughline.rest.incident;

import io.throughline.incident.service.group.SupportGroupCommand;
import io.throughline.incident.service.group.SupportGroupService;
import io.throughline.incident.service.group.SupportGroupView;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.rest.support.Answers;
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

/** Groups in whose queues incidents wait. */
@Path("groups")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SupportGroupResource {

    @Inject
    SupportGroupService groups;

    @Context
    UriInfo uri;

    @GET
    @APIResponseSchema(value = SupportGroupView.class, responseCode = "200")
    public Response page(@QueryParam("member") String member, @BeanParam Paging paging) {
        return Answers.page(uri, groups.page(member, paging.before(), paging.size()));
    }

    @POST
    @APIResponseSchema(value = SupportGroupView.class, responseCode = "201")
    public Response form(SupportGroupCommand body) {
        SupportGroupView group = groups.form(body);
        return Answers.created(uri, group.number(), group.version(), group);
    }

    @GET
    @Path("{number}")
    @APIResponseSchema(value = SupportGroupView.class, responseCode = "200")
    public Response get(@PathParam("number") String number) {
        return ok(groups.get(group(number)));
    }

    @PUT
    @Path("{number}")
    @APIResponseSchema(value = SupportGroupView.class, responseCode = "200")
    public Response correct(
            @PathParam("number") String number, @HeaderParam("If-Match") String match, SupportGroupCommand body) {
        return ok(groups.correct(group(number), IfMatch.version(match), body));
    }

    private static Response ok(SupportGroupView group) {
        return Answers.ok(group.version(), group);
    }

    private static RecordNumber group(String number) {
        return RecordNumber.parse(RecordKind.SUPPORT_GROUP, "number", number);
    }
}
