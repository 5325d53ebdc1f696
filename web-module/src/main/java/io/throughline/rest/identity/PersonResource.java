package io.throughline.rest.identity;

import io.throughline.identity.domain.Channel;
import io.throughline.identity.domain.PersonDetails;
import io.throughline.identity.domain.Role;
import io.throughline.identity.service.PersonService;
import io.throughline.identity.service.PersonView;
import io.throughline.kernel.domain.PlainText;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.refusal.Invalid;
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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** People and their roles. */
@Path("people")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PersonResource {

    /**
     * What is known of a person.
     *
     * @param password for the first login of who is to log in; only when a person is added
     */
    public record PersonBody(
            @PlainText(max = 63) String username,
            String password,
            @NotNull @PlainText String fullName,
            @PlainText(max = 320) String email,
            @PlainText(max = 60) String phone,
            @NotNull Channel channel,
            String organisation,
            Set<Role> roles) {

        PersonDetails details() {
            return new PersonDetails(username, fullName, email, phone, channel, organisation, roles);
        }
    }

    @Inject
    PersonService people;

    @Context
    UriInfo uri;

    @GET
    @APIResponseSchema(value = PersonView.class, responseCode = "200")
    public Response page(@BeanParam Paging paging) {
        return Answers.page(uri, people.page(paging.before(), paging.size()));
    }

    @POST
    @APIResponseSchema(value = PersonView.class, responseCode = "201")
    public Response add(@NotNull @Valid PersonBody body) {
        PersonView added = people.add(body.details(), body.password());
        return Answers.created(uri, added.number(), added.version(), added);
    }

    @GET
    @Path("{number}")
    @APIResponseSchema(value = PersonView.class, responseCode = "200")
    public Response get(@PathParam("number") String number) {
        PersonView person = people.get(person(number));
        return Answers.ok(person.version(), person);
    }

    @PUT
    @Path("{number}")
    @APIResponseSchema(value = PersonView.class, responseCode = "200")
    public Response correct(
            @PathParam("number") String number,
            @HeaderParam("If-Match") String match,
            @NotNull @Valid PersonBody body) {
        if (body.password() != null) {
            throw Invalid.field("password", "is not corrected here; POST …/password-reset makes a new one");
        }
        PersonView person = people.correct(person(number), IfMatch.version(match), body.details());
        return Answers.ok(person.version(), person);
    }

    @POST
    @Path("{number}/departure")
    @APIResponseSchema(value = PersonView.class, responseCode = "200")
    public Response leave(@PathParam("number") String number, @HeaderParam("If-Match") String match) {
        PersonView person = people.leave(person(number), IfMatch.version(match));
        return Answers.ok(person.version(), person);
    }

    /** A one-time password for who has lost the own one; it is told in this answer and never again. */
    @POST
    @Path("{number}/password-reset")
    @APIResponseSchema(value = PersonService.PasswordReset.class, responseCode = "200")
    public Response resetPassword(@PathParam("number") String number, @HeaderParam("If-Match") String match) {
        PersonService.PasswordReset reset = people.resetPassword(person(number), IfMatch.version(match));
        return Answers.secret(Answers.ok(reset.person().version(), reset));
    }

    /** Why somebody is erased. */
    public record Erasure(
            @NotNull @PlainText(max = 4000, multiline = true)
            String reason) {}

    @POST
    @Path("{number}/erasure")
    @APIResponseSchema(value = PersonView.class, responseCode = "200")
    public Response erase(
            @PathParam("number") String number,
            @HeaderParam("If-Match") String match,
            @NotNull @Valid Erasure erasure) {
        PersonView person = people.erase(person(number), IfMatch.version(match), erasure.reason());
        return Answers.ok(person.version(), person);
    }

    private static RecordNumber person(String number) {
        return RecordNumber.parse(RecordKind.PERSON, "number", number);
    }
}
