package io.throughline.verification.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.verification.harness.InContainer;
import io.throughline.verification.rest.Api.Answer;
import io.throughline.verification.rest.Colleagues.Colleague;
import java.net.URL;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Logins over the API: what a password opens, and for how long. */
@RunAsClient
class LoginIT extends InContainer {

    private static final String OTHER_PASSWORD = "another horse, another staple";

    @ArquillianResource
    private URL server;

    private Colleagues colleagues;

    @BeforeEach
    void logIn() throws Exception {
        colleagues = new Colleagues(server.toURI());
    }

    @Test
    void aTokenIsGivenForAPasswordAndNeverForAToken() throws Exception {
        Colleague analyst = colleagues.with("INCIDENT_ANALYST");

        Answer forToken = analyst.api().post("tokens", "");

        assertThat(forToken.status()).isEqualTo(401);
        assertThat(forToken.problem()).isEqualTo("not-logged-in");
        assertThat(analyst.api().get("me").status()).isEqualTo(200);
    }

    @Test
    void aPasswordOpensNothingButTheIssueOfTokens() throws Exception {
        assertThat(Api.basic(server.toURI(), "admin", "throughline-demo", "GET", "me")
                        .status())
                .isEqualTo(401);
        assertThat(Api.basic(server.toURI(), "admin", "throughline-demo", "GET", "tokens")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void tokensEndWithThePasswordTheyWereGivenFor() throws Exception {
        Colleague analyst = colleagues.with("INCIDENT_ANALYST");
        Answer changed = analyst.api().put("me/password", """
                {"current": "%s", "replacement": "%s"}""".formatted(Colleagues.PASSWORD, OTHER_PASSWORD), null);

        assertThat(changed.status()).isEqualTo(200);
        assertThat(analyst.api().get("me").status()).isEqualTo(401);
        assertThat(Api.token(server.toURI(), analyst.username(), Colleagues.PASSWORD)
                        .status())
                .isEqualTo(401);
        assertThat(Api.login(server.toURI(), analyst.username(), OTHER_PASSWORD)
                        .get("me")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void tokensEndWhenThePersonLeaves() throws Exception {
        Colleague analyst = colleagues.with("INCIDENT_ANALYST");

        colleagues.administrator().post("people/" + analyst.number() + "/departure", "", analyst.version());

        assertThat(analyst.api().get("me").status()).isEqualTo(401);
        assertThat(Api.token(server.toURI(), analyst.username(), Colleagues.PASSWORD)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void tokensEndWhenThePersonLosesAllRoles() throws Exception {
        Colleague analyst = colleagues.with("INCIDENT_ANALYST");

        Answer corrected = colleagues
                .administrator()
                .put("people/" + analyst.number(), """
                {"username": "%s", "fullName": "Test Person", "email": "p@example.org", "channel": "EMAIL", "roles": []}\
                """.formatted(analyst.username()), analyst.version());

        assertThat(corrected.status()).as(corrected.body().toString()).isEqualTo(200);
        assertThat(analyst.api().get("me").status()).isEqualTo(401);
    }

    @Test
    void aResetPasswordServesOnceToChooseAnotherAndIsNeverToldAgain() throws Exception {
        Colleague analyst = colleagues.with("INCIDENT_ANALYST");
        String path = "people/" + analyst.number() + "/password-reset";
        String key = UUID.randomUUID().toString();

        Answer reset = colleagues.administrator().postAs(key, path, "", analyst.version());

        String oneTime = reset.body().getString("oneTimePassword");
        assertThat(reset.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(analyst.api().get("me").status())
                .as("logins before the reset")
                .isEqualTo(401);
        Answer again = colleagues.administrator().postAs(key, path, "", analyst.version());
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body().toString()).doesNotContain(oneTime);

        Api once = Api.login(server.toURI(), analyst.username(), oneTime);
        for (Answer refused : new Answer[] {
            once.get("incidents"),
            once.put("me/words", "{\"edition\": \"earlier\"}", null),
            once.post("contacts", "{}"),
            once.get("activities")
        }) {
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.problem()).isEqualTo("password-change-required");
        }
        assertThat(once.get("me").body().getBoolean("passwordExpired")).isTrue();
        assertThat(change(once, oneTime, oneTime).problem()).isEqualTo("invalid-input");
        assertThat(change(once, oneTime, OTHER_PASSWORD).status()).isEqualTo(200);
        assertThat(Api.login(server.toURI(), analyst.username(), OTHER_PASSWORD)
                        .get("incidents")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aPasswordIsNotCorrectedInPassing() throws Exception {
        Colleague analyst = colleagues.with("INCIDENT_ANALYST");

        Answer refused = colleagues
                .administrator()
                .put(
                        "people/" + analyst.number(),
                        """
                {"username": "%s", "fullName": "Test Person", "email": "p@example.org", "channel": "EMAIL",
                 "roles": ["ADMINISTRATOR"], "password": "%s"}""".formatted(analyst.username(), OTHER_PASSWORD),
                        analyst.version());

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().getJsonArray("errors").getJsonObject(0).getString("field"))
                .isEqualTo("password");
        assertThat(analyst.api().get("me").version()).isEqualTo(analyst.version());
    }

    @Test
    void whoGuessesIsHeldUpAndNobodyElse() throws Exception {
        Colleague victim = colleagues.with("INCIDENT_ANALYST");
        Colleague neighbour = colleagues.with("INCIDENT_ANALYST");
        for (int guess = 1; guess <= 5; guess++) {
            assertThat(Api.token(server.toURI(), victim.username(), "guess number " + guess)
                            .status())
                    .isEqualTo(401);
        }

        Answer heldUp = Api.token(server.toURI(), victim.username(), Colleagues.PASSWORD);
        Api.token(server.toURI(), victim.username(), "guess number 7");

        assertThat(heldUp.status()).isEqualTo(429);
        assertThat(heldUp.problem()).isEqualTo("too-many-attempts");
        assertThat(Long.parseLong(heldUp.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1L, 900L);
        assertThat(victim.api().get("me").status()).as("who is logged in stays").isEqualTo(200);
        assertThat(Api.token(server.toURI(), neighbour.username(), Colleagues.PASSWORD)
                        .status())
                .isEqualTo(200);
        Api auditor = colleagues.as("AUDITOR");
        assertThat(auditor.get("audit/records?action=login.braked&actor=" + victim.number())
                        .body()
                        .getJsonArray("items"))
                .hasSize(1);
        assertThat(auditor.get("audit/records?action=login.refused&actor=" + victim.number())
                        .body()
                        .getJsonArray("items"))
                .hasSize(5);
        assertThat(auditor.get("audit/records?action=login.held&actor=" + victim.number())
                        .body()
                        .getJsonArray("items"))
                .as("once a minute what was held up")
                .hasSize(1);
    }

    @Test
    void whatCanBeNobodysNameIsRefusedAsAnyOther() throws Exception {
        for (String name : new String[] {"a\u0000b", "x".repeat(1000), "\u202e", "Admin", "o'hara\"", " "}) {
            assertThat(Api.token(server.toURI(), name, Colleagues.PASSWORD).status())
                    .as(name)
                    .isEqualTo(401);
        }
    }

    private static Answer change(Api api, String current, String replacement) throws Exception {
        return api.put(
                "me/password", "{\"current\": \"%s\", \"replacement\": \"%s\"}".formatted(current, replacement), null);
    }
}
