package io.throughline.rest.change;

import io.throughline.change.service.ChangeCommands;
import io.throughline.change.service.ChangeTemplateService;
import io.throughline.change.service.ChangeView;
import io.throughline.change.service.TemplateCommand;
import io.throughline.change.service.TemplateView;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Templates of standard changes. */
@Path("change-templates")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ChangeTemplateResource {

    @Inject
    ChangeTemplateService templates;

    @Context
    UriInfo uri;

    @GET
    @APIResponseSchema(value = TemplateView.class, responseCode = "200")
    public Response page(@BeanParam Paging paging) {
        return Answers.page(uri, templates.page(paging.before(), paging.size()));
    }

    @POST
    @APIResponseSchema(value = TemplateView.class, responseCode = "201")
    public Response drawUp(TemplateCommand body) {
        TemplateView drawn = templates.drawUp(body);
        return Answers.created(uri, drawn.number(), drawn.version(), drawn);
    }

    @GET
    @Path("{number}")
    @APIResponseSchema(value = TemplateView.class, responseCode = "200")
    public Response get(@PathParam("number") String number) {
        return ok(templates.get(template(number)));
    }

    @POST
    @Path("{number}/authorization")
    @APIResponseSchema(value = TemplateView.class, responseCode = "200")
    public Response authorize(
            @PathParam("number") String number, @HeaderParam("If-Match") String match, ChangeCommands.Sign body) {
        return ok(templates.authorize(template(number), IfMatch.version(match), body));
    }

    @POST
    @Path("{number}/withdrawal")
    @APIResponseSchema(value = TemplateView.class, responseCode = "200")
    public Response withdraw(
            @PathParam("number") String number, @HeaderParam("If-Match") String match, ChangeCommands.Reason body) {
        return ok(templates.withdraw(template(number), IfMatch.version(match), body));
    }

    /** Makes a change of it, authorized by the template's signature. */
    @POST
    @Path("{number}/changes")
    @APIResponseSchema(value = ChangeView.class, responseCode = "201")
    public Response makeChange(@PathParam("number") String number) {
        ChangeView made = templates.makeChange(template(number));
        return Answers.createdIn(uri, RecordKind.CHANGE.collection(), made.number(), made.version(), made);
    }

    private static Response ok(TemplateView view) {
        return Answers.ok(view.version(), view);
    }

    private static RecordNumber template(String number) {
        return RecordNumber.parse(RecordKind.CHANGE_TEMPLATE, "number", number);
    }
}
