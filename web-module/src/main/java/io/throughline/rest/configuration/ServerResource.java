package io.throughline.rest.configuration;

import io.throughline.configuration.service.ImpactService;
import io.throughline.configuration.service.ImpactView;
import io.throughline.configuration.service.ReasonCommand;
import io.throughline.configuration.service.ServerCommand;
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

/** Servers. */
@Path("servers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ServerResource {

    @Inject
    ServerService servers;

    @Inject
    ImpactService impact;

    @Context
    UriInfo uri;

    @GET
    @APIResponseSchema(value = ServerView.class, responseCode = "200")
    public Response page(@QueryParam("name") String name, @BeanParam Paging paging) {
        return Answers.page(uri, servers.page(name, paging.before(), paging.size()));
    }

    @POST
    @APIResponseSchema(value = ServerView.class, responseCode = "201")
    public Response register(ServerCommand body) {
        ServerView added = servers.register(body);
        return Answers.created(uri, added.number(), added.version(), added);
    }

    @GET
    @Path("{number}")
    @APIResponseSchema(value = ServerView.class, responseCode = "200")
    public Response get(@PathParam("number") String number) {
        return ok(servers.get(parse(number)));
    }

    @PUT
    @Path("{number}")
    @APIResponseSchema(value = ServerView.class, responseCode = "200")
    public Response correct(
            @PathParam("number") String number, @HeaderParam("If-Match") String match, ServerCommand body) {
        return ok(servers.correct(parse(number), IfMatch.version(match), body));
    }

    /** What else is concerned when it is changed, each with the path that explains it. */
    @GET
    @Path("{number}/impact")
    public ImpactView impact(@PathParam("number") String number) {
        return impact.impactOf(
                List.of(RecordNumber.parse(servers.get(parse(number)).number())));
    }

    /** Marks it as one that nobody may touch. */
    @POST
    @Path("{number}/protection")
    @APIResponseSchema(value = ServerView.class, responseCode = "200")
    public Response protect(
            @PathParam("number") String number, @HeaderParam("If-Match") String match, ReasonCommand body) {
        return ok(servers.protect(parse(number), IfMatch.version(match), body));
    }

    @POST
    @Path("{number}/unprotection")
    @APIResponseSchema(value = ServerView.class, responseCode = "200")
    public Response unprotect(
            @PathParam("number") String number, @HeaderParam("If-Match") String match, ReasonCommand body) {
        return ok(servers.unprotect(parse(number), IfMatch.version(match), body));
    }

    @POST
    @Path("{number}/retirement")
    @APIResponseSchema(value = ServerView.class, responseCode = "200")
    public Response retire(
            @PathParam("number") String number, @HeaderParam("If-Match") String match, ReasonCommand body) {
        return ok(servers.retire(parse(number), IfMatch.version(match), body));
    }

    @POST
    @Path("{number}/reinstatement")
    @APIResponseSchema(value = ServerView.class, responseCode = "200")
    public Response reinstate(
            @PathParam("number") String number, @HeaderParam("If-Match") String match, ReasonCommand body) {
        return ok(servers.reinstate(parse(number), IfMatch.version(match), body));
    }

    private static Response ok(ServerView view) {
        return Answers.ok(view.version(), view);
    }

    private static RecordNumber parse(String number) {
        return RecordNumber.parse(RecordKind.SERVER, "number", number);
    }
}
