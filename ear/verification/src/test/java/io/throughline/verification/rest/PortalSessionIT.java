package io.throughline.verification.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.verification.fixture.Browser;
import io.throughline.verification.harness.InContainer;
import io.throughline.verification.rest.Colleagues.Colleague;
import java.net.URL;
import java.net.http.HttpResponse;
import java.util.Locale;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sessions of the portal as a browser has them, without a browser. */
@RunAsClient
class PortalSessionIT extends InContainer {

    @ArquillianResource
    private URL server;

    private Colleagues colleagues;

    @BeforeEach
    void logIn() throws Exception {
        colleagues = new Colleagues(server.toURI());
    }

    private Browser browser() throws Exception {
        return new Browser(server.toURI());
    }

    @Test
    void aLoginGetsASessionUnderANewNameThatScriptsCannotRead() throws Exception {
        Browser browser = browser();
        browser.get("login.xhtml");
        String before = browser.session();

        HttpResponse<String> answer =
                browser.logIn(colleagues.with("INCIDENT_ANALYST").username(), Colleagues.PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(browser.session()).isNotNull().isNotEqualTo(before);
        assertThat(browser.cookie().isHttpOnly()).isTrue();
        assertThat(answer.headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.toLowerCase(Locale.ROOT).contains("samesite=lax"));
        assertThat(browser.get("settings.xhtml").statusCode()).isEqualTo(200);
    }

    @Test
    void aSessionThatAStrangerPreparedIsWorthNothing() throws Exception {
        Browser victim = browser();
        victim.get("login.xhtml");
        Browser stranger = browser();
        stranger.take(victim.cookie());

        victim.logIn(colleagues.with("INCIDENT_ANALYST").username(), Colleagues.PASSWORD);

        assertThat(victim.get("settings.xhtml").statusCode()).isEqualTo(200);
        assertThat(stranger.get("settings.xhtml").statusCode()).isEqualTo(302);
    }

    @Test
    void otherSessionsEndWithThePassword() throws Exception {
        Colleague analyst = colleagues.with("INCIDENT_ANALYST");
        Browser other = browser();
        other.logIn(analyst.username(), Colleagues.PASSWORD);
        assertThat(other.get("settings.xhtml").statusCode()).isEqualTo(200);

        analyst.api().put("me/password", """
                {"current": "%s", "replacement": "another horse, another staple"}""".formatted(Colleagues.PASSWORD), null);

        assertThat(other.get("settings.xhtml").statusCode()).isEqualTo(302);
    }

    @Test
    void sessionsEndWhenThePersonLeaves() throws Exception {
        Colleague analyst = colleagues.with("INCIDENT_ANALYST");
        Browser browser = browser();
        browser.logIn(analyst.username(), Colleagues.PASSWORD);

        colleagues.administrator().post("people/" + analyst.number() + "/departure", "", analyst.version());

        assertThat(browser.get("index.xhtml").statusCode()).isEqualTo(302);
    }

    @Test
    void aOneTimePasswordLeadsToTheChoiceOfAnotherAndNowhereElse() throws Exception {
        Colleague analyst = colleagues.with("INCIDENT_ANALYST");
        String oneTime = colleagues
                .administrator()
                .post("people/" + analyst.number() + "/password-reset", "", analyst.version())
                .body()
                .getString("oneTimePassword");
        Browser browser = browser();
        browser.logIn(analyst.username(), oneTime);

        for (String page :
                new String[] {"index.xhtml", "incident/list.xhtml", "people/detail.xhtml?number=PER-000001"}) {
            HttpResponse<String> answer = browser.get(page);
            assertThat(answer.statusCode()).as(page).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location").orElse(""))
                    .as(page)
                    .endsWith("/settings.xhtml");
        }
        assertThat(browser.get("settings.xhtml").statusCode()).isEqualTo(200);
    }

    @Test
    void whoGuessesIsToldToWait() throws Exception {
        Colleague analyst = colleagues.with("INCIDENT_ANALYST");
        Browser browser = browser();
        for (int guess = 1; guess <= 5; guess++) {
            assertThat(browser.logIn(analyst.username(), "guess number " + guess)
                            .statusCode())
                    .isEqualTo(200);
        }

        HttpResponse<String> answer = browser.logIn(analyst.username(), Colleagues.PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Too many wrong passwords");
    }

    @Test
    void everyAnswerTellsBrowsersWhatNoPageNeeds() throws Exception {
        for (String path : new String[] {"login.xhtml", "api/v1/me"}) {
            HttpResponse<String> answer = browser().get(path);

            assertThat(answer.headers().firstValue("X-Content-Type-Options"))
                    .as(path)
                    .contains("nosniff");
            assertThat(answer.headers().firstValue("X-Frame-Options")).as(path).contains("DENY");
            assertThat(answer.headers().firstValue("Referrer-Policy")).as(path).contains("no-referrer");
            assertThat(answer.headers().allValues("Content-Security-Policy"))
                    .as(path)
                    .anyMatch(policy -> policy.contains("frame-ancestors 'none'"));
        }
        HttpResponse<String> page = browser().get("login.xhtml");
        assertThat(page.headers().allValues("Content-Security-Policy"))
                .as("scripts run by the nonce of their page alone")
                .anyMatch(policy -> policy.contains("script-src 'self' 'nonce-") && !policy.contains("unsafe"));
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
    }
}
