package io.throughline.verification.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.verification.harness.InContainer;
import io.throughline.verification.rest.Colleagues.Colleague;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URL;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sessions of the portal as a browser has them, without a browser. */
@RunAsClient
class PortalSessionIT extends InContainer {

    private static final String COOKIE = "THROUGHLINE";
    private static final Pattern VIEW_STATE =
            Pattern.compile("name=\"jakarta.faces.ViewState\"[^>]* value=\"([^\"]+)\"");

    private static final Pattern NONCE = Pattern.compile("'nonce-([^']+)'");

    @ArquillianResource
    private URL server;

    private Colleagues colleagues;

    @BeforeEach
    void logIn() throws Exception {
        colleagues = new Colleagues(server.toURI());
    }

    @Test
    void aLoginGetsASessionUnderANewNameThatScriptsCannotRead() throws Exception {
        Browser browser = new Browser();
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
        Browser victim = new Browser();
        victim.get("login.xhtml");
        Browser stranger = new Browser();
        stranger.take(victim.cookie());

        victim.logIn(colleagues.with("INCIDENT_ANALYST").username(), Colleagues.PASSWORD);

        assertThat(victim.get("settings.xhtml").statusCode()).isEqualTo(200);
        assertThat(stranger.get("settings.xhtml").statusCode()).isEqualTo(302);
    }

    @Test
    void otherSessionsEndWithThePassword() throws Exception {
        Colleague analyst = colleagues.with("INCIDENT_ANALYST");
        Browser other = new Browser();
        other.logIn(analyst.username(), Colleagues.PASSWORD);
        assertThat(other.get("settings.xhtml").statusCode()).isEqualTo(200);

        analyst.api().put("me/password", """
                {"current": "%s", "replacement": "another horse, another staple"}""".formatted(Colleagues.PASSWORD), null);

        assertThat(other.get("settings.xhtml").statusCode()).isEqualTo(302);
    }

    @Test
    void sessionsEndWhenThePersonLeaves() throws Exception {
        Colleague analyst = colleagues.with("INCIDENT_ANALYST");
        Browser browser = new Browser();
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
        Browser browser = new Browser();
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
        Browser browser = new Browser();
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
            HttpResponse<String> answer = new Browser().get(path);

            assertThat(answer.headers().firstValue("X-Content-Type-Options"))
                    .as(path)
                    .contains("nosniff");
            assertThat(answer.headers().firstValue("X-Frame-Options")).as(path).contains("DENY");
            assertThat(answer.headers().firstValue("Referrer-Policy")).as(path).contains("no-referrer");
            assertThat(answer.headers().allValues("Content-Security-Policy"))
                    .as(path)
                    .anyMatch(policy -> policy.contains("frame-ancestors 'none'"));
        }
        HttpResponse<String> page = new Browser().get("login.xhtml");
        assertThat(page.headers().allValues("Content-Security-Policy"))
                .as("scripts run by the nonce of their page alone")
                .anyMatch(policy -> policy.contains("script-src 'self' 'nonce-") && !policy.contains("unsafe"));
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
    }

    /** Keeps cookies, follows nothing. */
    private final class Browser {

        private final CookieManager cookies = new CookieManager();
        private final HttpClient http =
                HttpClient.newBuilder().cookieHandler(cookies).build();

        HttpResponse<String> get(String path) throws Exception {
            return http.send(HttpRequest.newBuilder(address(path)).build(), HttpResponse.BodyHandlers.ofString());
        }

        HttpResponse<String> logIn(String username, String password) throws Exception {
            HttpResponse<String> page = get("login.xhtml");
            String state = found(VIEW_STATE, page.body());
            String nonce = found(NONCE, String.join(" ", page.headers().allValues("Content-Security-Policy")));
            String form = Map.of(
                            "login",
                            "login",
                            "login:username",
                            username,
                            "login:password",
                            password,
                            "login:go",
                            "",
                            "primefaces.nonce",
                            nonce,
                            "jakarta.faces.ViewState",
                            state)
                    .entrySet()
                    .stream()
                    .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                    .collect(Collectors.joining("&"));
            return http.send(
                    HttpRequest.newBuilder(address("login.xhtml"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(form))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }

        HttpCookie cookie() {
            return cookies.getCookieStore().getCookies().stream()
                    .filter(cookie -> cookie.getName().equals(COOKIE))
                    .findFirst()
                    .orElse(null);
        }

        String session() {
            return cookie() == null ? null : cookie().getValue();
        }

        void take(HttpCookie cookie) {
            cookies.getCookieStore().add(address(""), cookie);
        }

        private static String found(Pattern pattern, String text) {
            Matcher matcher = pattern.matcher(text);
            assertThat(matcher.find()).as(pattern.pattern()).isTrue();
            return matcher.group(1);
        }

        private URI address(String path) {
            return URI.create(server.toString()).resolve("/" + path);
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }
}
