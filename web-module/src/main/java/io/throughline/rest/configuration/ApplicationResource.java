package io.throughline.rest.configuration;

import io.throughline.configuration.service.ApplicationService;
import io.throughline.configuration.service.NamedItemCommand;
import io.throughline.configuration.service.NamedItemView;
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

/** Applications. */
@Path("applications")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ApplicationResource {

    @Inject
    ApplicationService applications;

    @Context
    UriInfo uri;

    @GET
    @APIResponseSchema(value = NamedItemView.class, responseCode = "200")
    public Response page(@QueryParam("name") String name, @BeanParam Paging paging) {
        return Answers.page(uri, applications.page(name, paging.before(), paging.size()));
    }

    @POST
    @APIResponseSchema(value = NamedItemView.class, responseCode = "201")
    public Response add(NamedItemCommand body) {
        NamedItemView added = applications.add(body);
        return Answers.created(uri, added.number(), added.version(), added);
    }

    @GET
    @Path("{number}")
    @APIResponseSchema(value = NamedItemView.class, responseCode = "200")
    public Response get(@PathParam("number") String number) {
        NamedItemView view = applications.get(parse(number));
        return Answers.ok(view.version(), view);
    }

    @PUT
    @Path("{number}")
    @APIResponseSchema(value = NamedItemView.class, responseCode = "200")
    public Response correct(
            @PathParam("number") String number, @HeaderParam("If-Match") String match, NamedItemCommand body) {
        NamedItemView view = applications.correct(parse(number), IfMatch.version(match), body);
        return Answers.ok(view.version(), view);
    }

    private static RecordNumber parse(String number) {
        return RecordNumber.parse(RecordKind.APPLICATION, "number", number);
    }
}
