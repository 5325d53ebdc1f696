package io.throughline.rest.contact;

import io.throughline.contact.domain.ContactState;
import io.throughline.contact.service.ContactCommands;
import io.throughline.contact.service.ContactService;
import io.throughline.contact.service.ContactView;
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

/** Contacts: take, assess, route, fulfil, reject. */
@Path("contacts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ContactResource {

    @Inject
    ContactService contacts;

    @Context
    UriInfo uri;

    @GET
    @APIResponseSchema(value = ContactView.class, responseCode = "200")
    public Response page(
            @QueryParam("state") String state, @QueryParam("incident") String incident, @BeanParam Paging paging) {
        return Answers.page(
                uri,
                contacts.page(Choice.of(ContactState.class, "state", state), incident, paging.before(), paging.size()));
    }

    @POST
    @APIResponseSchema(value = ContactView.class, responseCode = "201")
    public Response receive(ContactCommands.Receive body) {
        ContactView contact = contacts.receive(body);
        return Answers.created(uri, contact.number(), contact.version(), contact);
    }

    @GET
    @Path("{number}")
    @APIResponseSchema(value = ContactView.class, responseCode = "200")
    public Response get(@PathParam("number") String number) {
        return ok(contacts.get(contact(number)));
    }

    @POST
    @Path("{number}/assessment")
    @APIResponseSchema(value = ContactView.class, responseCode = "200")
    public Response assess(
            @PathParam("number") String number, @HeaderParam("If-Match") String match, ContactCommands.Assess body) {
        return ok(contacts.assess(contact(number), IfMatch.version(match), body));
    }

    @POST
    @Path("{number}/routing")
    @APIResponseSchema(value = ContactView.class, responseCode = "200")
    public Response route(
            @PathParam("number") String number, @HeaderParam("If-Match") String match, ContactCommands.Route body) {
        return ok(contacts.route(contact(number), IfMatch.version(match), body));
    }

    @POST
    @Path("{number}/unlinking")
    @APIResponseSchema(value = ContactView.class, responseCode = "200")
    public Response unlink(
            @PathParam("number") String number, @HeaderParam("If-Match") String match, ContactCommands.Reason body) {
        return ok(contacts.unlink(contact(number), IfMatch.version(match), body));
    }

    @POST
    @Path("{number}/rejection")
    @APIResponseSchema(value = ContactView.class, responseCode = "200")
    public Response reject(
            @PathParam("number") String number, @HeaderParam("If-Match") String match, ContactCommands.Reason body) {
        return ok(contacts.reject(contact(number), IfMatch.version(match), body));
    }

    @POST
    @Path("{number}/fulfilment")
    @APIResponseSchema(value = ContactView.class, responseCode = "200")
    public Response fulfil(
            @PathParam("number") String number, @HeaderParam("If-Match") String match, ContactCommands.Answer body) {
        return ok(contacts.fulfil(contact(number), IfMatch.version(match), body));
    }

    @POST
    @Path("{number}/doubt")
    @APIResponseSchema(value = ContactView.class, responseCode = "200")
    public Response doubt(
            @PathParam("number") String number, @HeaderParam("If-Match") String match, ContactCommands.Reason body) {
        return ok(contacts.doubt(contact(number), IfMatch.version(match), body));
    }

    @POST
    @Path("{number}/closure")
    @APIResponseSchema(value = ContactView.class, responseCode = "200")
    public Response close(@PathParam("number") String number, @HeaderParam("If-Match") String match) {
        return ok(contacts.close(contact(number), IfMatch.version(match)));
    }

    private static Response ok(ContactView contact) {
        return Answers.ok(contact.version(), contact);
    }

    private static RecordNumber contact(String number) {
        return RecordNumber.parse(RecordKind.USER_CONTACT, "number", number);
    }
}
