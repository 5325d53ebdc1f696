package io.throughline.rest.configuration;

import io.throughline.configuration.service.ReasonCommand;
import io.throughline.configuration.service.RelationCommand;
import io.throughline.configuration.service.RelationService;
import io.throughline.configuration.service.RelationView;
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
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Relations between organisations, applications, services, servers and people. */
@Path("relations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RelationResource {

    @Inject
    RelationService relations;

    @Context
    UriInfo uri;

    @GET
    @APIResponseSchema(value = RelationView.class, responseCode = "200")
    public Response page(@QueryParam("of") String of, @BeanParam Paging paging) {
        RecordNumber record = of == null ? null : RecordNumber.parse(of);
        return Answers.page(uri, relations.page(record, paging.before(), paging.size()));
    }

    @POST
    @APIResponseSchema(value = RelationView.class, responseCode = "201")
    public Response relate(RelationCommand body) {
        RelationView made = relations.relate(body);
        return Answers.created(uri, made.number(), made.version(), made);
    }

    @GET
    @Path("{number}")
    @APIResponseSchema(value = RelationView.class, responseCode = "200")
    public Response get(@PathParam("number") String number) {
        RelationView view = relations.get(parse(number));
        return Answers.ok(view.version(), view);
    }

    @POST
    @Path("{number}/end")
    @APIResponseSchema(value = RelationView.class, responseCode = "200")
    public Response end(@PathParam("number") String number, @HeaderParam("If-Match") String match, ReasonCommand body) {
        RelationView view = relations.end(parse(number), IfMatch.version(match), body);
        return Answers.ok(view.version(), view);
    }

    private static RecordNumber parse(String number) {
        return RecordNumber.parse(RecordKind.RELATION, "number", number);
    }
}
