package io.throughline.rest.configuration;

import io.throughline.configuration.service.ImpactService;
import io.throughline.configuration.service.ImpactView;
import io.throughline.configuration.service.ItServiceCommand;
import io.throughline.configuration.service.ItServiceService;
import io.throughline.configuration.service.ItServiceView;
import io.throughline.configuration.service.ServerService;
import io.throughline.configuration.service.ServerView;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Services. */
@Path("services")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ServiceResource {

    @Inject
    ItServiceService services;

    @Inject
    ServerService servers;

    @Inject
    ImpactService impact;

    @Context
    UriInfo uri;

    @GET
    @APIResponseSchema(value = ItServiceView.class, responseCode = "200")
    public Response page(@QueryParam("name") String name, @BeanParam Paging paging) {
        return Answers.page(uri, services.page(name, paging.before(), paging.size()));
    }

    @POST
    @APIResponseSchema(value = ItServiceView.class, responseCode = "201")
    public Response add(ItServiceCommand body) {
        ItServiceView added = services.add(body);
        return Answers.created(uri, added.number(), added.version(), added);
    }

    @GET
    @Path("{number}")
    @APIResponseSchema(value = ItServiceView.class, responseCode = "200")
    public Response get(@PathParam("number") String number) {
        ItServiceView view = services.get(parse(number));
        return Answers.ok(view.version(), view);
    }

    @PUT
    @Path("{number}")
    @APIResponseSchema(value = ItServiceView.class, responseCode = "200")
    public Response correct(
            @PathParam("number") String number, @HeaderParam("If-Match") String match, ItServiceCommand body) {
        ItServiceView view = services.correct(parse(number), IfMatch.version(match), body);
        return Answers.ok(view.version(), view);
    }

    /** All active servers that provide it now. */
    @GET
    @Path("{number}/servers")
    public List<ServerView> servers(@PathParam("number") String number) {
        return servers.providing(RecordNumber.parse(services.get(parse(number)).number()));
    }

    /** What else is concerned when it is changed, each with the path that explains it. */
    @GET
    @Path("{number}/impact")
    public ImpactView impact(@PathParam("number") String number) {
        return impact.impactOf(
                List.of(RecordNumber.parse(services.get(parse(number)).number())));
    }

    private static RecordNumber parse(String number) {
        return RecordNumber.parse(RecordKind.SERVICE, "number", number);
    }
}
