package io.throughline.verification.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.verification.rest.Api.Answer;
import java.net.URI;

/** Logins at a server that is no demonstration: nobody goes on with a password that somebody else has known. */
public final class FirstLogins {

    private static final String OWN = "a password of one's own";
    private static final String GIVEN = "a password that was given";

    private FirstLogins() {}

    /**
     * Lets the administrator of a first start choose a password, and whom the administrator then adds likewise.
     *
     * @param oneTimePassword which the first start made
     */
    public static void serveOnlyToChooseAnother(URI server, String oneTimePassword) throws Exception {
        Api administrator = chooseAnother(server, "admin", oneTimePassword);
        Answer added = administrator.post("people", """
                {"username": "dana", "fullName": "Dana", "email": "dana@example.org", "channel": "EMAIL",
                 "roles": ["REQUEST_ANALYST"], "password": "%s"}""".formatted(GIVEN));
        assertThat(added.status()).as(added.body().toString()).isEqualTo(201);

        chooseAnother(server, "dana", GIVEN);
    }

    private static Api chooseAnother(URI server, String username, String password) throws Exception {
        Api once = Api.login(server, username, password);
        assertThat(once.get("contacts").problem()).isEqualTo("password-change-required");
        Answer chosen = once.put(
                "me/password", "{\"current\": \"%s\", \"replacement\": \"%s\"}".formatted(password, OWN), null);
        assertThat(chosen.status()).as(chosen.body().toString()).isEqualTo(200);

        assertThat(Api.token(server, username, password).status()).isEqualTo(401);
        Api own = Api.login(server, username, OWN);
        assertThat(own.get("contacts").status()).isEqualTo(200);
        return own;
    }
}
