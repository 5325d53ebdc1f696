package io.throughline.rest.identity;

import io.throughline.identity.service.PersonService;
import io.throughline.identity.service.PersonView;
import io.throughline.rest.support.Answers;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Who is logged in. */
@Path("me")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class MeResource {

    /** A new password and the one that it replaces. */
    public record Passwords(
            @NotNull String current, @NotNull String replacement) {}

    /** Name of a word set, or null for the product's own choice. */
    public record ChosenWords(String edition) {}

    @Inject
    PersonService people;

    @GET
    @APIResponseSchema(value = PersonView.class, responseCode = "200")
    public Response me() {
        PersonView me = people.me();
        return Answers.ok(me.version(), me);
    }

    @PUT
    @Path("password")
    @APIResponseSchema(value = PersonView.class, responseCode = "200")
    public Response changePassword(@NotNull @Valid Passwords passwords) {
        PersonView me = people.changeOwnPassword(passwords.current(), passwords.replacement());
        return Answers.ok(me.version(), me);
    }

    @PUT
    @Path("words")
    @APIResponseSchema(value = PersonView.class, responseCode = "200")
    public Response chooseWords(@NotNull @Valid ChosenWords words) {
        PersonView me = people.chooseOwnWords(words.edition());
        return Answers.ok(me.version(), me);
    }
}
